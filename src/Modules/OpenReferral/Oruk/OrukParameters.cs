namespace Portal.OpenReferral.Oruk;

/// <summary>A parameter in an address.</summary>
/// <param name="Type">Its JSON type.</param>
/// <param name="Format">Its format, or null.</param>
/// <param name="Description">What it asks for.</param>
internal sealed record OrukParameter(string Name, string Type, string? Format, string Description);

/// <summary>All parameters there are. Both the reading of requests and the OpenAPI document are made of these.</summary>
internal static class OrukParameters
{
    public static OrukParameter Page { get; } = new("page", "integer", null, "Number of the page, from 1. A page behind the last is empty.");

    public static OrukParameter PerPage { get; } = new("per_page", "integer", null, $"How many a page holds: 1 to {OrukQuery.LargestPage}; {OrukQuery.UsualPage} when not given.");

    public static OrukParameter Search { get; } = new("search", "string", null, "Words to find, in any language. The best fitting come first. Together with other parameters the best 1,000 are looked at.");

    public static OrukParameter TaxonomyTermId { get; } = new("taxonomy_term_id", "string", "uuid", "Services filed under this term.");

    public static OrukParameter TaxonomyId { get; } = new("taxonomy_id", "string", "uuid", "Services filed under any term of this taxonomy.");

    public static OrukParameter MinimumAge { get; } = new("minimum_age", "number", null, "Services that state a minimum age of this or more, in years.");

    public static OrukParameter MaximumAge { get; } = new("maximum_age", "number", null, "Services that state a maximum age of this or less, in years.");

    public static OrukParameter StartTime { get; } = new("start_time", "string", "time", "Services with a time that begins then or later: 18:00.");

    public static OrukParameter EndTime { get; } = new("end_time", "string", "time", "Services with a time that ends then or earlier: 20:00.");

    public static OrukParameter Day { get; } = new("day", "string", null, "Services on this day of the week: MO, TU, WE, TH, FR, SA or SU, or its English name.");

    public static OrukParameter Postcode { get; } = new("postcode", "string", null, "The middle of the circle for proximity. No service here is bound to an area, so by itself it leaves nothing out.");

    public static OrukParameter Proximity { get; } = new("proximity", "number", null, "Services at places within so many metres of the postcode.");

    public static OrukParameter ModifiedAfter { get; } = new("modified_after", "string", "date-time", "What changed then or later: 2026-11-25T08:00:00Z. What was withdrawn is not listed; its address answers 404.");

    public static OrukParameter OrganizationId { get; } = new("organization_id", "string", "uuid", "Services of this organisation.");

    public static OrukParameter Full { get; } = new("full", "boolean", null, "true: everything, nested, as the address of the single one gives it.");

    public static OrukParameter FullService { get; } = new("full_service", "boolean", null, "true: organisations with all their services, these in full.");

    public static OrukParameter Minimal { get; } = new("minimal", "boolean", null, "true: only id and time of change; all in one page unless per_page says otherwise.");

    public static OrukParameter Format { get; } = new("format", "string", null, "json; or ndjson, one to a line, all of them without pages.");

    public static IReadOnlyList<OrukParameter> None { get; } = [];

    public static IReadOnlyList<OrukParameter> Pages { get; } = [Page, PerPage];

    public static IReadOnlyList<OrukParameter> Services { get; } =
        [Search, Page, PerPage, TaxonomyTermId, TaxonomyId, MinimumAge, MaximumAge, StartTime, EndTime, Day, ModifiedAfter, OrganizationId, Full, Minimal, Format];

    public static IReadOnlyList<OrukParameter> AtLocations { get; } =
        [Search, Page, PerPage, TaxonomyTermId, TaxonomyId, MinimumAge, MaximumAge, StartTime, EndTime, Day, Postcode, Proximity, ModifiedAfter, OrganizationId, Full];

    public static IReadOnlyList<OrukParameter> Organizations { get; } = [Page, PerPage, ModifiedAfter, Full, FullService];

    public static IReadOnlyList<OrukParameter> Organization { get; } = [FullService];
}
