using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Tenants;

namespace Portal.Tenancy.Services;

/// <summary>A tenant as lists show it.</summary>
/// <param name="Title">Name of the site.</param>
/// <param name="Url">Where it is.</param>
/// <param name="CanAnswer">False while it is suspended or its tables do not fit the program.</param>
internal sealed record ListedSite(Tenant Tenant, string Title, string Url, TenantSettings Settings, bool CanAnswer);

/// <summary>All sites with what they call themselves. Each costs one small query as long as nothing on it changes.</summary>
internal sealed class SiteList(TenantRegistry registry, ITenantScopes scopes, IHttpContextAccessor http)
{
    public async Task<IReadOnlyList<ListedSite>> ReadAsync(CancellationToken cancellationToken)
    {
        var sites = new List<ListedSite>();
        foreach (var tenant in await registry.ListAsync(cancellationToken))
        {
            var settings = await SettingsAsync(tenant, cancellationToken);
            sites.Add(new ListedSite(tenant, settings?.Name ?? tenant.Name, AddressOf(tenant), settings ?? new TenantSettings(), settings is not null && registry.CanAnswer(tenant)));
        }

        return sites;
    }

    private async Task<TenantSettings?> SettingsAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await scopes.RunAsync(tenant, services => Task.FromResult(services.GetRequiredService<TenantContext>().Settings), cancellationToken);
        }
        catch (System.Data.Common.DbException)
        {
            return null; // out of order: the list is there to show it
        }
    }

    private string AddressOf(Tenant tenant)
    {
        var request = http.HttpContext!.Request;
        var root = tenant.Host is null ? "" : $"{request.Scheme}://{tenant.Host}{(request.Host.Port is { } port ? $":{port.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "")}";
        return $"{root}{tenant.PathPrefix}/";
    }
}
