namespace Portal.Directory.Contracts;

/// <summary>
/// What the directory tells the world: public facts of published listings only, in the reader's language. Each call asks a fixed number of
/// queries, however large a page is.
/// </summary>
public interface IPublicDirectory
{
    /// <summary>Listings from a place in their order on; those added later come later, so that a walk through the pages meets each once.</summary>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to read at most.</param>
    Task<PublicSlice<PublicListing>> ListingsAsync(PublicListingFilter filter, int skip, int take, CancellationToken cancellationToken);

    /// <summary>All listings that fit, read bit by bit.</summary>
    IAsyncEnumerable<PublicListing> AllListingsAsync(PublicListingFilter filter, CancellationToken cancellationToken);

    /// <summary>Public id and time of change of all listings that fit.</summary>
    Task<IReadOnlyList<PublicChange>> ChangesAsync(PublicListingFilter filter, CancellationToken cancellationToken);

    /// <summary>The listing of that <see cref="PublicListing.PublicId"/>; null when the public sees none.</summary>
    Task<PublicListing?> ListingAsync(Guid publicId, CancellationToken cancellationToken);

    /// <summary>The listing of that <see cref="PublicListing.PublicPlaceId"/>, when it has a venue the public may know; else null.</summary>
    Task<PublicListing?> ListingAtVenueAsync(Guid publicPlaceId, CancellationToken cancellationToken);

    /// <summary>Organisations in the order in which they were added.</summary>
    /// <param name="modifiedAfter">Only those changed then or later; null for all.</param>
    Task<PublicSlice<PublicOrganisation>> OrganisationsAsync(DateTimeOffset? modifiedAfter, int skip, int take, CancellationToken cancellationToken);

    /// <summary>The organisation of that public id, or null.</summary>
    Task<PublicOrganisation?> OrganisationAsync(Guid publicId, CancellationToken cancellationToken);

    /// <summary>The listings of some organisations, by the public id of the organisation.</summary>
    Task<ILookup<Guid, PublicListing>> ListingsOfAsync(IReadOnlyCollection<Guid> organisations, CancellationToken cancellationToken);

    /// <summary>The taxonomies; their terms are read with <see cref="ITaxonomies"/>.</summary>
    Task<IReadOnlyList<PublicTaxonomy>> TaxonomiesAsync(CancellationToken cancellationToken);

    /// <summary>When the newest change of any listing was made; null where there are none.</summary>
    Task<DateTimeOffset?> LastChangeAsync(CancellationToken cancellationToken);
}

/// <summary>Which listings are asked for; what is null or empty asks nothing. All conditions add up.</summary>
public sealed record PublicListingFilter
{
    /// <summary>Words to find; the best come first then.</summary>
    public string? Words { get; init; }

    /// <summary>Ids of terms, of which a listing has at least one; null for any.</summary>
    public IReadOnlyList<string>? TermIds { get; init; }

    /// <summary>Public id of the organisation that runs it.</summary>
    public Guid? Organisation { get; init; }

    /// <summary>Changed then or later.</summary>
    public DateTimeOffset? ModifiedAfter { get; init; }

    /// <summary>Its youngest age is this or more.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>Its oldest age is this or less.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>Code of a day of the week on which it meets: <c>TU</c>.</summary>
    public string? Day { get; init; }

    /// <summary>A meeting (on <see cref="Day"/>, if given) begins then or later.</summary>
    public TimeOnly? StartsFrom { get; init; }

    /// <summary>The same meeting ends then or earlier.</summary>
    public TimeOnly? EndsBy { get; init; }

    /// <summary>True for those only that have a venue the public may know.</summary>
    public bool AtVenue { get; init; }

    /// <summary>Its venue is so near to this point.</summary>
    public Search.Contracts.Point? Near { get; init; }

    /// <summary>Farthest distance from <see cref="Near"/> in miles.</summary>
    public double? WithinMiles { get; init; }
}

/// <summary>Some of a list.</summary>
/// <param name="Items">Those asked for.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record PublicSlice<T>(IReadOnlyList<T> Items, int Total);

/// <summary>That something changed.</summary>
/// <param name="PublicId">Its id.</param>
/// <param name="At">When it last changed.</param>
public sealed record PublicChange(Guid PublicId, DateTimeOffset At);

/// <summary>A list of terms.</summary>
/// <param name="Id">As <see cref="TermInfo.TaxonomyId"/>.</param>
/// <param name="Title">Its name.</param>
public sealed record PublicTaxonomy(string Id, string Title);

/// <summary>Who runs groups.</summary>
public sealed record PublicOrganisation
{
    /// <summary>Its id for the world.</summary>
    public required Guid PublicId { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence or two, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>Its web site.</summary>
    public string? Website { get; init; }
}

/// <summary>Where a group meets.</summary>
public sealed record PublicVenue
{
    /// <summary>Its id for the world.</summary>
    public required Guid PublicId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>House and street.</summary>
    public string? AddressLine { get; init; }

    /// <summary>Town or quarter.</summary>
    public string? Town { get; init; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; init; }

    /// <summary>Degrees north, WGS 84.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>How to get there.</summary>
    public string? Transport { get; init; }

    /// <summary>Ids of its accessibility terms.</summary>
    public IReadOnlyList<string> AccessIds { get; init; } = [];
}

/// <summary>When a group meets, in the words of RFC 5545 and the clock of the tenant.</summary>
public sealed record PublicSchedule
{
    /// <summary><c>WEEKLY</c> or <c>MONTHLY</c>; null for a single date, <see cref="FirstDate"/>.</summary>
    public string? Frequency { get; init; }

    /// <summary>Every so many weeks or months.</summary>
    public int Interval { get; init; } = 1;

    /// <summary><c>TU</c>, or with a number <c>1TU</c>.</summary>
    public IReadOnlyList<string> ByDay { get; init; } = [];

    /// <summary>Days of the month.</summary>
    public IReadOnlyList<int> ByMonthDay { get; init; } = [];

    /// <summary>The first meeting, where the schedule says from when on it holds.</summary>
    public DateOnly? FirstDate { get; init; }

    /// <summary>From when on it holds.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Until when it holds.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>When a meeting begins.</summary>
    public TimeOnly? Start { get; init; }

    /// <summary>When a meeting ends.</summary>
    public TimeOnly? End { get; init; }

    /// <summary>"Tuesday 10 am to 11:30 am, weekly".</summary>
    public required string InWords { get; init; }
}

/// <summary>Whom to ask.</summary>
/// <param name="Name">First name.</param>
/// <param name="Role">What they do in the group.</param>
/// <param name="Phone">Number to call.</param>
/// <param name="TextPhone">Mobile number that takes text messages.</param>
public sealed record PublicContact(string? Name, string? Role, string? Phone, string? TextPhone);

/// <summary>A listing as the public may know it. Texts are in the reader's language as far as there are any.</summary>
public sealed record PublicListing
{
    /// <summary>Its id for the world.</summary>
    public required Guid PublicId { get; init; }

    /// <summary>Id of it at its venue.</summary>
    public required Guid PublicPlaceId { get; init; }

    /// <summary>Last part of the address of its page.</summary>
    public required string Slug { get; init; }

    /// <summary>When it, or something it shows, last changed.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Language of <see cref="Title"/>.</summary>
    public required string TextLanguage { get; init; }

    /// <summary>Languages it can be read in.</summary>
    public required IReadOnlyList<string> TextLanguages { get; init; }

    /// <summary>Name of the group.</summary>
    public required string Title { get; init; }

    /// <summary>One line of what it is.</summary>
    public string? Summary { get; init; }

    /// <summary>What happens, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>What to expect the first time, as plain text.</summary>
    public string? FirstVisit { get; init; }

    /// <summary>Who it is for.</summary>
    public string? WhoFor { get; init; }

    /// <summary>What there is to say of its times.</summary>
    public string? ScheduleNote { get; init; }

    /// <summary>What there is to say of its cost.</summary>
    public string? CostNote { get; init; }

    /// <summary><c>free</c>, <c>donation</c> or <c>paid</c>.</summary>
    public required string Cost { get; init; }

    /// <summary>Price of one visit in pence.</summary>
    public int? CostPence { get; init; }

    /// <summary>"Free", "£3", "By donation".</summary>
    public required string CostInWords { get; init; }

    /// <summary>True while it does not meet for now.</summary>
    public bool IsPaused { get; init; }

    /// <summary>"Full until March"; null when there is room.</summary>
    public string? PlacesInWords { get; init; }

    /// <summary><c>in-person</c>, <c>online</c>, <c>phone</c>.</summary>
    public IReadOnlyList<string> Attendance { get; init; } = [];

    /// <summary>"Online", "By phone"; null when one simply goes there.</summary>
    public string? AttendanceInWords { get; init; }

    /// <summary>Youngest age in years.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>Oldest age in years.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>Languages spoken there: code and name.</summary>
    public IReadOnlyList<(string Code, string Name)> Languages { get; init; } = [];

    /// <summary>Ids of its terms in all taxonomies.</summary>
    public IReadOnlyList<string> TermIds { get; init; } = [];

    /// <summary>When it meets.</summary>
    public IReadOnlyList<PublicSchedule> Schedules { get; init; } = [];

    /// <summary>Whom to ask; null when that is private.</summary>
    public PublicContact? Contact { get; init; }

    /// <summary>E-mail address to ask at; null when that is private.</summary>
    public string? Email { get; init; }

    /// <summary>The group's own web site.</summary>
    public string? Website { get; init; }

    /// <summary>When somebody who runs it last said that all of it is right.</summary>
    public DateOnly? AssuredOn { get; init; }

    /// <summary>Who runs it.</summary>
    public PublicOrganisation? Organisation { get; init; }

    /// <summary>Where it meets; null when nowhere, or where the public may not know.</summary>
    public PublicVenue? Venue { get; init; }

    /// <summary>Town or quarter, also of a place that is not told.</summary>
    public string? Town { get; init; }
}
