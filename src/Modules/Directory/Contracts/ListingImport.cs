using System.Text.Json.Serialization;

namespace Portal.Directory.Contracts;

/// <summary>
/// Lets feeds and spreadsheets write into the directory: in bulk, with the audit entries and the search index of the editor.
/// A fixed number of queries, however many things there are.
/// </summary>
public interface IListingImport
{
    /// <summary>The present state of the things of those ids; those that are not there are left out.</summary>
    Task<DirectoryState> ReadAsync(DirectoryIds ids, CancellationToken cancellationToken);

    /// <summary>
    /// Adds and changes things in the running unit of work; the caller saves. What somebody else changed in between makes that save
    /// fail with a <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>.
    /// </summary>
    Task WriteAsync(DirectoryBatch batch, CancellationToken cancellationToken);

    /// <summary>Names and postcodes of all listings, to tell which of them a new one may be.</summary>
    Task<IReadOnlyList<KnownListing>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Schedules in the reader's language, one sentence each: "Tuesday 10 am to 11:30 am, weekly".</summary>
    IReadOnlyList<string> InWords(IReadOnlyList<ScheduleFacts> schedules);
}

/// <summary>Ids of things in the directory.</summary>
public sealed record DirectoryIds(IReadOnlyCollection<string> Organizations, IReadOnlyCollection<string> Locations, IReadOnlyCollection<string> Services);

/// <summary>Things of the directory, by id.</summary>
public sealed record DirectoryState(
    IReadOnlyDictionary<string, OrganizationFacts> Organizations, IReadOnlyDictionary<string, LocationFacts> Locations, IReadOnlyDictionary<string, ServiceState> Services)
{
    /// <summary>Ids of those locations that nobody outside may be told of.</summary>
    public IReadOnlyList<string> Confidential { get; init; } = [];
}

/// <summary>A listing as it is.</summary>
/// <param name="Slug">Last part of its address.</param>
/// <param name="Published">True when the public sees it.</param>
/// <param name="IsContactPrivate">True when nobody outside may be told whom to ask.</param>
public sealed record ServiceState(string Slug, bool Published, ServiceFacts Facts, bool IsContactPrivate = false);

/// <summary>A listing that is in the directory.</summary>
/// <param name="Postcode">Postcode of its venue, or null.</param>
public sealed record KnownListing(string Id, string Slug, string Name, string? Postcode);

/// <summary>What is to be written at once.</summary>
/// <param name="Why">Stands in the audit trail beside each change.</param>
public sealed record DirectoryBatch(
    IReadOnlyList<Written<OrganizationFacts>> Organizations, IReadOnlyList<Written<LocationFacts>> Locations, IReadOnlyList<Written<ServiceFacts>> Services, string Why);

/// <summary>A thing to be written.</summary>
/// <param name="Id">Its id in the directory; a new one for a new thing.</param>
/// <param name="IsNew">True when it is not there yet.</param>
/// <param name="Culture">Language that a new one is written in; one that is there keeps its own.</param>
/// <param name="Facts">All of it as it shall be.</param>
/// <param name="Published">Whether the public shall see it; null leaves that as it is.</param>
public sealed record Written<TFacts>(string Id, bool IsNew, string Culture, TFacts Facts, bool? Published = true);

/// <summary>An organisation as feeds speak of it: who runs groups.</summary>
public sealed record OrganizationFacts
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>A sentence or two, in Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Phone number as <see cref="TypedValues.Phone"/> writes it.</summary>
    public string? Phone { get; init; }

    /// <summary>Address of its web site.</summary>
    public string? Website { get; init; }
}

/// <summary>A location as feeds speak of it: our venue.</summary>
public sealed record LocationFacts
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>House and street.</summary>
    public string? Address { get; init; }

    /// <summary>Town or quarter.</summary>
    public string? City { get; init; }

    /// <summary>Postcode as <see cref="TypedValues.Postcode"/> writes it.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Degrees north, WGS 84. Where it is not given, the directory may know it from the postcode.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east, WGS 84.</summary>
    public double? Longitude { get; init; }

    /// <summary>Bus, train, parking.</summary>
    public string? Transportation { get; init; }

    /// <summary>Ids of accessibility terms.</summary>
    public IReadOnlyList<string> AccessIds { get; init; } = [];
}

/// <summary>A service as feeds speak of it: our listing.</summary>
public sealed record ServiceFacts
{
    /// <summary>Name of the group.</summary>
    public required string Name { get; init; }

    /// <summary>One line of what it is.</summary>
    public string? Summary { get; init; }

    /// <summary>What happens, in Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Who it is for, in words.</summary>
    public string? Eligibility { get; init; }

    /// <summary>Youngest age in years at which one may come.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>Oldest age in years at which one may come.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>Id of the organisation that runs it.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Id of the location where it takes place.</summary>
    public string? LocationId { get; init; }

    /// <summary>Ways to take part: <c>in-person</c>, <c>online</c>, <c>phone</c>.</summary>
    public IReadOnlyList<string> Attending { get; init; } = [];

    /// <summary>When it meets.</summary>
    public IReadOnlyList<ScheduleFacts> Schedules { get; init; } = [];

    /// <summary>What else there is to say on when it meets.</summary>
    public string? ScheduleNote { get; init; }

    /// <summary><c>free</c>, <c>donation</c> or <c>paid</c>.</summary>
    public string Cost { get; init; } = "free";

    /// <summary>Price of one visit in pence; only with <c>paid</c>.</summary>
    public int? CostPence { get; init; }

    /// <summary>What else there is to say on the cost.</summary>
    public string? CostNote { get; init; }

    /// <summary><c>active</c> or <c>temporarily closed</c>.</summary>
    public string Status { get; init; } = "active";

    /// <summary>Whom to ask for.</summary>
    public string? ContactName { get; init; }

    /// <summary>What that person does in the group.</summary>
    public string? ContactTitle { get; init; }

    /// <summary>Phone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Mobile number that takes text messages.</summary>
    public string? TextPhone { get; init; }

    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Address of its page.</summary>
    public string? Url { get; init; }

    /// <summary>BCP 47 codes of the languages spoken there.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Ids of terms: kinds of activity.</summary>
    public IReadOnlyList<string> ActivityIds { get; init; } = [];

    /// <summary>Ids of terms: needs.</summary>
    public IReadOnlyList<string> NeedIds { get; init; } = [];

    /// <summary>Ids of terms: accessibility.</summary>
    public IReadOnlyList<string> AccessIds { get; init; } = [];

    /// <summary>Ids of terms: who it is for.</summary>
    public IReadOnlyList<string> AudienceIds { get; init; } = [];

    /// <summary>When somebody who runs it last said that all of it is right.</summary>
    public DateOnly? AssuredDate { get; init; }
}

/// <summary>When a group meets; wall-clock times.</summary>
public sealed record ScheduleFacts
{
    /// <summary><c>WEEKLY</c>, <c>MONTHLY</c>, or <c>ONCE</c> for one date and no more: <see cref="ValidFrom"/>.</summary>
    public required string Freq { get; init; }

    /// <summary>Every so many weeks or months; from 2 on they are counted from <see cref="ValidFrom"/>.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>Days as in RFC 5545: <c>TU</c> weekly, <c>1TU</c> or <c>-1FR</c> monthly.</summary>
    public IReadOnlyList<string> ByDay { get; init; } = [];

    /// <summary>Days of the month for one that goes by the date, -1 for the last; null for none.</summary>
    public IReadOnlyList<int>? ByMonthDay { get; init; }

    /// <summary>When it begins.</summary>
    public required TimeOnly OpensAt { get; init; }

    /// <summary>When it ends.</summary>
    public TimeOnly? ClosesAt { get; init; }

    /// <summary>First possible date.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last possible date.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>True for a group that meets only while schools are open.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TermTimeOnly { get; init; }

    /// <summary>True for a group that does not meet on bank holidays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NotOnBankHolidays { get; init; }

    /// <summary>Single dates on which it is otherwise than the rule says; null for none. No feed can say them: they were entered here.</summary>
    public IReadOnlyList<DateChangeFacts>? Changes { get; init; }
}

/// <summary>A date on which a group meets otherwise than its rule says.</summary>
/// <param name="Off">Date of the rule that does not hold; null for a meeting more.</param>
/// <param name="On">Date on which it meets instead, or once more; null when it just does not meet.</param>
/// <param name="Start">When it begins on that date; null for the usual time.</param>
/// <param name="End">When it ends on that date.</param>
/// <param name="Reason">Why, in the words of the group.</param>
public sealed record DateChangeFacts(DateOnly? Off, DateOnly? On, TimeOnly? Start, TimeOnly? End, string? Reason);

/// <summary>Something to say on the page of a listing that another module knows: where its facts come from.</summary>
public interface IListingNote
{
    /// <summary>A sentence in the reader's language, or null.</summary>
    Task<ListingNote?> OfAsync(string listingId, CancellationToken cancellationToken);
}

/// <summary>A quiet line on the page of a listing.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Link">An address to read more at, or null.</param>
/// <param name="LinkText">Words of the link.</param>
public sealed record ListingNote(string Text, string? Link = null, string? LinkText = null);
