using System.Globalization;
using Portal.Directory.Contracts;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.OpenReferral.Oruk;

/// <summary>Says a listing in the words of Open Referral UK 3.0. What is empty is left out. <c>docs/open-referral.md</c> explains each field.</summary>
internal sealed class OrukWriter(OrukTerms terms, OrukScheduleWriter schedules, SiteAddresses addresses, TenantContext tenant)
{
    /// <summary>A service with what is one to one.</summary>
    public OrukService Service(PublicListing listing) => new()
    {
        Id = listing.PublicId,
        OrganizationId = listing.Organisation?.PublicId,
        Name = listing.Title,
        Description = Paragraphs(listing.Summary, listing.Description, listing.FirstVisit),
        Url = listing.Website ?? addresses.Absolute("/groups/" + listing.Slug),
        Email = listing.Email is { } email && email.Contains('@', StringComparison.Ordinal) ? email : null,
        Status = listing.IsPaused ? "temporarily closed" : "active",
        Fees = listing.CostNote is { } note ? $"{listing.CostInWords}. {note}" : listing.CostInWords,
        MinimumAge = listing.MinimumAge,
        MaximumAge = listing.MaximumAge,
        AssuredDate = OrukScheduleWriter.Date(listing.AssuredOn),
        Alert = listing.PlacesInWords,
        LastModified = Instant(listing.ModifiedAt),
        EligibilityDescription = listing.WhoFor,
        Organization = listing.Organisation is { } organisation ? Organization(organisation) : null,
    };

    /// <summary>A service with all there is.</summary>
    public OrukService Full(PublicListing listing)
        => Service(listing) with
        {
            Schedules = schedules.Schedules(listing),
            ServiceAreas = listing is { Venue: null, Town: { Length: > 0 } town } ? [new OrukServiceArea(PublicIds.Part(listing.PublicId, "area"), listing.PublicId, town, town)] : null,
            ServiceAtLocations = AtLocation(listing) is { } at ? [at with { Service = null }] : null,
            Languages = NullIfEmpty(listing.Languages.Select(language => new OrukLanguage(PublicIds.Part(listing.PublicId, "language/" + language.Code), listing.PublicId, language.Name, language.Code))),
            CostOptions = [Cost(listing)],
            Contacts = Contact(listing) is { } contact ? [contact] : null,
            Attributes = Attributes(listing),
        };

    /// <summary>The service at its place, with what is one to one; null without a place the public may know.</summary>
    public OrukServiceAtLocation? AtLocation(PublicListing listing, bool full = true)
        => listing.Venue is { } venue
            ? new OrukServiceAtLocation
            {
                Id = listing.PublicPlaceId,
                ServiceId = listing.PublicId,
                LocationId = venue.PublicId,
                Location = Location(venue, full),
                Service = Service(listing),
            }
            : null;

    /// <summary>The service at its place with all there is.</summary>
    public OrukServiceAtLocation? FullAtLocation(PublicListing listing)
        => AtLocation(listing) is { } at ? at with { Service = Full(listing) with { ServiceAtLocations = null } } : null;

    public OrukOrganization Organization(PublicOrganisation organisation) => new()
    {
        Id = organisation.PublicId,
        Name = organisation.Name,
        Description = organisation.Description ?? organisation.Name,
        Website = organisation.Website,
    };

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private OrukLocation Location(PublicVenue venue, bool full)
    {
        var access = full ? venue.AccessIds.Select(id => (Id: id, Term: terms.Find(id))).Where(pair => pair.Term is not null) : [];
        return new OrukLocation
        {
            Id = venue.PublicId,
            LocationType = "physical",
            Name = venue.Name,
            Description = venue.Transport,
            Latitude = venue.Latitude,
            Longitude = venue.Longitude,
            Addresses = full ? Address(venue) : null,
            Accessibility = NullIfEmpty(access.Select(pair => new OrukAccessibility(PublicIds.Part(venue.PublicId, "access/" + pair.Id), venue.PublicId, pair.Term!.Name))),
        };
    }

    /// <summary>The profile wants every line of an address; what we do not know of it (the county, always) is empty.</summary>
    private static IReadOnlyList<OrukAddress>? Address(PublicVenue venue)
        => (venue.AddressLine ?? venue.Postcode) is null ? null :
        [
            new OrukAddress
            {
                Id = PublicIds.Part(venue.PublicId, "address"),
                LocationId = venue.PublicId,
                Address1 = venue.AddressLine ?? venue.Name,
                City = venue.Town ?? "",
                StateProvince = "",
                PostalCode = venue.Postcode ?? "",
                Country = "GB",
                AddressType = "physical",
            },
        ];

    private static OrukCostOption Cost(PublicListing listing)
        => new(
            PublicIds.Part(listing.PublicId, "cost"), listing.PublicId, listing.CostInWords,
            listing.Cost switch { "free" => 0, "paid" when listing.CostPence is { } pence => pence / 100m, _ => null },
            listing.CostNote);

    private static OrukContact? Contact(PublicListing listing)
    {
        if (listing.Contact is not { } contact) return null;
        var id = PublicIds.Part(listing.PublicId, "contact");
        var phones = new[] { contact.Phone, contact.TextPhone }.OfType<string>().Distinct(StringComparer.Ordinal)
            .Select((number, place) => new OrukPhone(PublicIds.Part(id, "phone/" + place.ToString(CultureInfo.InvariantCulture)), id, number, number == contact.TextPhone ? "SMS" : null));
        return new OrukContact(id, listing.PublicId, contact.Name, contact.Role, NullIfEmpty(phones));
    }

    /// <summary>Its terms; the languages it can be read in, with where.</summary>
    private IReadOnlyList<OrukAttribute>? Attributes(PublicListing listing)
    {
        var filed = listing.TermIds.Select(id => (Id: id, Term: terms.Find(id))).Where(pair => pair.Term is not null)
            .Select(pair => Attribute(listing, "term/" + pair.Id, terms.LinkTypeOf(pair.Id), pair.Term!));
        var written = listing.TextLanguages.Where(code => tenant.Settings.Languages.Contains(code, StringComparer.Ordinal)).Select(code => Attribute(listing, "text/" + code, "text_language", new OrukTerm
        {
            Id = PublicIds.Of(tenant.Tenant.Name, "TextLanguage", code),
            Name = LanguageInfo.Of(code).Name,
            Description = LanguageInfo.Of(code).Name,
            Term = code,
            TermUri = addresses.Absolute("/oruk/v3/services/" + listing.PublicId.ToString("D", CultureInfo.InvariantCulture), code),
        }));
        return NullIfEmpty(filed.Concat(written));
    }

    private static OrukAttribute Attribute(PublicListing listing, string name, string linkType, OrukTerm term) => new()
    {
        Id = PublicIds.Part(listing.PublicId, name),
        LinkId = listing.PublicId,
        TaxonomyTermId = term.Id,
        LinkType = linkType,
        TaxonomyTerm = term,
    };

    private static string? Paragraphs(params string?[] parts)
        => string.Join("\n\n", parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<T>? NullIfEmpty<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
