using Microsoft.AspNetCore.Http;

namespace Portal.OpenReferral.Oruk;

/// <summary>An address of the API. The endpoints and the OpenAPI document are both made of this list, so the one cannot say what the other does not do.</summary>
/// <param name="Path">Address behind <c>/oruk/v3</c>.</param>
/// <param name="Summary">What it gives.</param>
/// <param name="Schema">Name of its schema in the profile; null when it has none there.</param>
/// <param name="Parameters">What can be asked.</param>
/// <param name="Answer">Answers a request; the id is that of the address.</param>
internal sealed record OrukEndpoint(
    string Path, string Summary, string? Schema, IReadOnlyList<OrukParameter> Parameters, Func<OrukApi, string, OrukQuery, CancellationToken, Task<IResult>> Answer)
{
    /// <summary>True for a list in pages.</summary>
    public bool IsList => Parameters.Contains(OrukParameters.Page);

    public static IReadOnlyList<OrukEndpoint> All { get; } =
    [
        new("/", "What this API is.", null, OrukParameters.None, (api, _, _, _) => Task.FromResult(api.About())),
        new("/services", "Services, in pages.", "compiled/service_list.json", OrukParameters.Services, (api, _, query, cancel) => api.ServicesAsync(query, cancel)),
        new("/services/{id}", "One service with all there is.", "compiled/service.json", OrukParameters.None, (api, id, _, cancel) => api.ServiceAsync(id, cancel)),
        new("/service_at_locations", "Services at their places, in pages.", "compiled/service_at_location_list.json", OrukParameters.AtLocations, (api, _, query, cancel) => api.AtLocationsAsync(query, cancel)),
        new("/service_at_locations/{id}", "One service at its place with all there is.", "compiled/service_at_location.json", OrukParameters.None, (api, id, _, cancel) => api.AtLocationAsync(id, cancel)),
        new("/organizations", "Who runs the services, in pages.", "compiled/organization_list.json", OrukParameters.Organizations, (api, _, query, cancel) => api.OrganizationsAsync(query, cancel)),
        new("/organizations/{id}", "One organisation with its services.", "compiled/organization.json", OrukParameters.Organization, (api, id, query, cancel) => api.OrganizationAsync(id, query, cancel)),
        new("/taxonomies", "The lists of terms, in pages.", "taxonomy.json", OrukParameters.Pages, (api, _, query, cancel) => api.TaxonomiesAsync(query, cancel)),
        new("/taxonomies/{id}", "One list with its terms.", "taxonomy.json", OrukParameters.None, (api, id, _, cancel) => api.TaxonomyAsync(id, cancel)),
        new("/taxonomy_terms", "Terms, in pages.", "taxonomy_term.json", OrukParameters.Pages, (api, _, query, cancel) => api.TermsAsync(query, cancel)),
        new("/taxonomy_terms/{id}", "One term.", "taxonomy_term.json", OrukParameters.None, (api, id, _, cancel) => api.TermAsync(id, cancel)),
    ];
}
