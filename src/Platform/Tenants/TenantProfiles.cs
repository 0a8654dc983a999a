using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Modules;

namespace Portal.Platform.Tenants;

/// <summary>
/// Keeps what was read of each tenant until its content version moves. The version is read from the tenant's database for
/// every request, so a change made by another process or another machine is seen by the next request.
/// </summary>
public sealed class TenantProfiles(ModuleCatalog catalog, TenantDatabases databases)
{
    private readonly ConcurrentDictionary<string, TenantProfile> profiles = new(StringComparer.Ordinal);

    /// <summary>The tenant's settings and features as of now.</summary>
    public async Task<TenantProfile> GetAsync(IServiceProvider scope, Tenant tenant, CancellationToken cancellationToken = default)
    {
        var version = await databases.ReadVersionAsync(tenant, cancellationToken);
        if (profiles.TryGetValue(tenant.Name, out var known) && known.Version == version) return known;

        var db = scope.GetRequiredService<PortalDbContext>();
        var rows = await db.Set<Setting>().AsNoTracking().ToListAsync(cancellationToken);
        var profile = new TenantProfile(
            version,
            Setting.Read(rows, Setting.Site, new TenantSettings()),
            FeaturesOf(Setting.Read<IReadOnlyList<string>>(rows, Setting.Features, [])));
        profiles[tenant.Name] = profile;
        return profile;
    }

    /// <summary>Drops what is kept of a tenant, when it is removed or restored.</summary>
    public void Forget(string tenantName) => profiles.TryRemove(tenantName, out _);

    private FrozenSet<string> FeaturesOf(IReadOnlyList<string> switchedOn)
        => catalog.Features.Values.Where(feature => feature.AlwaysOn).Select(feature => feature.Id)
            .Concat(switchedOn.Where(catalog.Features.ContainsKey))
            .ToFrozenSet(StringComparer.Ordinal);
}
