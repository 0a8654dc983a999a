using System.Text.Json.Serialization;

namespace Portal.OpenReferral.Oruk;

/// <summary>One page of a list, as the profile words it.</summary>
internal sealed record OrukPage<T>(int TotalItems, int TotalPages, int PageNumber, int Size, bool FirstPage, bool LastPage, bool Empty, IReadOnlyList<T> Contents)
{
    public static OrukPage<T> Of(IReadOnlyList<T> contents, int total, int number, int perPage)
    {
        var pages = (int)(((long)total + perPage - 1) / perPage);
        return new OrukPage<T>(total, pages, number, contents.Count, number == 1, number >= pages, contents.Count == 0, contents);
    }
}

/// <summary>What the API says of itself.</summary>
internal sealed record OrukAbout(string Version, string Profile, string OpenapiUrl, string Licence, string LicenceUrl, string Documentation);

/// <summary>A service. In lists only what is one to one; in full with everything.</summary>
/// <remarks>
/// <see cref="EligibilityDescription"/> is not in the UK profile; it has the name and meaning it has in HSDS 3.0.
/// </remarks>
internal sealed record OrukService
{
    public required Guid Id { get; init; }

    public Guid? OrganizationId { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? Email { get; init; }

    public required string Status { get; init; }

    public string? Fees { get; init; }

    public int? MinimumAge { get; init; }

    public int? MaximumAge { get; init; }

    public string? AssuredDate { get; init; }

    public string? Alert { get; init; }

    public required string LastModified { get; init; }

    public string? EligibilityDescription { get; init; }

    public OrukOrganization? Organization { get; init; }

    public IReadOnlyList<OrukSchedule>? Schedules { get; init; }

    public IReadOnlyList<OrukServiceArea>? ServiceAreas { get; init; }

    public IReadOnlyList<OrukServiceAtLocation>? ServiceAtLocations { get; init; }

    public IReadOnlyList<OrukLanguage>? Languages { get; init; }

    public IReadOnlyList<OrukCostOption>? CostOptions { get; init; }

    public IReadOnlyList<OrukContact>? Contacts { get; init; }

    public IReadOnlyList<OrukAttribute>? Attributes { get; init; }
}

/// <summary>Only what tells that a service changed.</summary>
internal sealed record OrukChange(Guid Id, string LastModified, string ModifiedDate);

internal sealed record OrukOrganization
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public string? Website { get; init; }

    public IReadOnlyList<OrukService>? Services { get; init; }
}

/// <summary>A service at a place; <see cref="Service"/> is left out where it is the thing around it.</summary>
internal sealed record OrukServiceAtLocation
{
    public required Guid Id { get; init; }

    public Guid? ServiceId { get; init; }

    public Guid? LocationId { get; init; }

    public OrukLocation? Location { get; init; }

    public OrukService? Service { get; init; }
}

internal sealed record OrukLocation
{
    public required Guid Id { get; init; }

    public required string LocationType { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public IReadOnlyList<OrukAddress>? Addresses { get; init; }

    public IReadOnlyList<OrukAccessibility>? Accessibility { get; init; }
}

internal sealed record OrukAddress
{
    public required Guid Id { get; init; }

    public Guid? LocationId { get; init; }

    [JsonPropertyName("address_1")]
    public required string Address1 { get; init; }

    public required string City { get; init; }

    public required string StateProvince { get; init; }

    public required string PostalCode { get; init; }

    public required string Country { get; init; }

    public required string AddressType { get; init; }
}

internal sealed record OrukAccessibility(Guid Id, Guid LocationId, string Description);

/// <summary>When a service takes place. <see cref="Until"/> is not in the UK profile; it has the name and meaning it has in HSDS 3.0.</summary>
internal sealed record OrukSchedule
{
    public required Guid Id { get; init; }

    public Guid? ServiceId { get; init; }

    public Guid? ServiceAtLocationId { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public string? Dtstart { get; init; }

    public string? Until { get; init; }

    public string? Freq { get; init; }

    public int? Interval { get; init; }

    public string? Byday { get; init; }

    public string? Bymonthday { get; init; }

    public string? Description { get; init; }

    public string? OpensAt { get; init; }

    public string? ClosesAt { get; init; }

    public string? AttendingType { get; init; }

    public string? Notes { get; init; }
}

internal sealed record OrukServiceArea(Guid Id, Guid ServiceId, string Name, string ServiceArea);

/// <summary>A language spoken. The UK profile has no words for which; name and code are those of HSDS 3.0.</summary>
internal sealed record OrukLanguage(Guid Id, Guid ServiceId, string Name, string Code);

internal sealed record OrukCostOption(Guid Id, Guid ServiceId, string Option, decimal? Amount, string? AmountDescription);

internal sealed record OrukContact(Guid Id, Guid ServiceId, string? Name, string? Title, IReadOnlyList<OrukPhone>? Phones);

internal sealed record OrukPhone(Guid Id, Guid ContactId, string Number, string? Description);

internal sealed record OrukAttribute
{
    public required Guid Id { get; init; }

    public required Guid LinkId { get; init; }

    public required Guid TaxonomyTermId { get; init; }

    public required string LinkType { get; init; }

    public required OrukTerm TaxonomyTerm { get; init; }
}

internal sealed record OrukTerm
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public string? Taxonomy { get; init; }

    public Guid? TaxonomyId { get; init; }

    public string? TermUri { get; init; }

    public string? Term { get; init; }
}

internal sealed record OrukTaxonomy(Guid Id, string Name, string Description, IReadOnlyList<OrukTerm>? TaxonomyTerms);

/// <summary>Why a request was not answered.</summary>
/// <param name="Message">In a sentence.</param>
/// <param name="Errors">What is wrong with each parameter.</param>
internal sealed record OrukProblem(int Status, string Message, IReadOnlyList<OrukParameterProblem>? Errors = null);

internal sealed record OrukParameterProblem(string Parameter, string Message);
