using Portal.OpenReferral.Oruk;

namespace Portal.OpenReferral.Csv;

/// <summary>A table of the package: its file, its columns, and the rows that one service adds to it.</summary>
/// <param name="File">Name of the file, as the schemas of the profile give it.</param>
/// <param name="Columns">Names of its columns, in order.</param>
/// <param name="Rows">The rows of a service; each has a value for every column.</param>
internal sealed record CsvTable(string File, IReadOnlyList<string> Columns, Func<OrukService, IEnumerable<object?[]>> Rows)
{
    /// <summary>The services themselves; they are written first, while the other tables wait in files of their own.</summary>
    public static CsvTable Services { get; } = new(
        "services.csv",
        ["id", "organization_id", "name", "description", "url", "email", "status", "fees", "accreditations", "minimum_age", "maximum_age", "assured_date", "assurer_email", "alert", "last_modified"],
        service =>
        [
            [
                service.Id, service.OrganizationId, service.Name, service.Description, service.Url, service.Email, service.Status, service.Fees, null, service.MinimumAge, service.MaximumAge,
                service.AssuredDate, null, service.Alert, service.LastModified,
            ],
        ]);

    /// <summary>What hangs on services.</summary>
    public static IReadOnlyList<CsvTable> OfServices { get; } =
    [
        new("schedule.csv",
            ["id", "service_id", "service_at_location_id", "valid_from", "valid_to", "dtstart", "freq", "interval", "byday", "bymonthday", "description", "opens_at", "closes_at", "schedule_link", "attending_type", "notes"],
            service => (service.Schedules ?? []).Select(schedule => new object?[]
            {
                schedule.Id, schedule.ServiceId, schedule.ServiceAtLocationId, schedule.ValidFrom, schedule.ValidTo, schedule.Dtstart, schedule.Freq, schedule.Interval, schedule.Byday, schedule.Bymonthday,
                schedule.Description, schedule.OpensAt, schedule.ClosesAt, null, schedule.AttendingType, schedule.Notes,
            })),
        new("service_at_location.csv", ["id", "service_id", "location_id"], service => (service.ServiceAtLocations ?? []).Select(at => new object?[] { at.Id, at.ServiceId, at.LocationId })),
        new("service_areas.csv", ["id", "service_id", "name", "extent", "extent_type", "uri", "service_area"],
            service => (service.ServiceAreas ?? []).Select(area => new object?[] { area.Id, area.ServiceId, area.Name, null, null, null, area.ServiceArea })),
        new("languages.csv", ["id", "service_id", "phone_id", "name", "code"], service => (service.Languages ?? []).Select(language => new object?[] { language.Id, language.ServiceId, null, language.Name, language.Code })),
        new("cost_options.csv", ["id", "service_id", "valid_from", "valid_to", "option", "amount", "amount_description"],
            service => (service.CostOptions ?? []).Select(cost => new object?[] { cost.Id, cost.ServiceId, null, null, cost.Option, cost.Amount, cost.AmountDescription })),
        new("contacts.csv", ["id", "service_id", "name", "title"], service => (service.Contacts ?? []).Select(contact => new object?[] { contact.Id, contact.ServiceId, contact.Name, contact.Title })),
        new("phones.csv", ["id", "contact_id", "number", "description"],
            service => (service.Contacts ?? []).SelectMany(contact => contact.Phones ?? []).Select(phone => new object?[] { phone.Id, phone.ContactId, phone.Number, phone.Description })),
        new("attribute.csv", ["id", "link_id", "taxonomy_term_id", "link_type"],
            service => (service.Attributes ?? []).Where(attribute => attribute.TaxonomyTerm.TaxonomyId is not null)
                .Select(attribute => new object?[] { attribute.Id, attribute.LinkId, attribute.TaxonomyTermId, attribute.LinkType })),
    ];

    /// <summary>What several services share: of each place and each organisation one row only.</summary>
    public static IReadOnlyList<CsvTable> Shared { get; } =
    [
        new("organizations.csv", ["id", "name", "description", "email", "website", "logo", "uri", "parent_organization_id"],
            service => service.Organization is { } organization ? [[organization.Id, organization.Name, organization.Description, null, organization.Website, null, null, null]] : []),
        new("locations.csv", ["id", "location_type", "name", "description", "latitude", "longitude", "external_identifier", "external_identifier_type"],
            service => Locations(service).Select(place => new object?[] { place.Id, place.LocationType, place.Name, place.Description, place.Latitude, place.Longitude, null, null })),
        new("address.csv", ["id", "location_id", "attention", "address_1", "city", "region", "state_province", "postal_code", "country", "address_type"],
            service => Locations(service).SelectMany(place => place.Addresses ?? [])
                .Select(address => new object?[] { address.Id, address.LocationId, null, address.Address1, address.City, null, address.StateProvince, address.PostalCode, address.Country, address.AddressType })),
        new("accessibility.csv", ["id", "location_id", "description", "details", "url", "accessibility"],
            service => Locations(service).SelectMany(place => place.Accessibility ?? []).Select(access => new object?[] { access.Id, access.LocationId, access.Description, null, null, access.Description })),
    ];

    private static IEnumerable<OrukLocation> Locations(OrukService service) => (service.ServiceAtLocations ?? []).Select(at => at.Location).OfType<OrukLocation>();
}
