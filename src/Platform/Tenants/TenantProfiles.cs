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

        var profile = await ReadAsync(scope, tenant, version, cancellationToken);
        profiles[tenant.Name] = profile;
        return profile;
    }

    /// <summary>
    /// The tenant's settings and features as they stand in the scope's running transaction. Kept for nobody else: it is for work
    /// of many steps, such as a recipe, where later steps have to see what earlier ones changed.
    /// </summary>
    public Task<TenantProfile> ReadUncommittedAsync(IServiceProvider scope, Tenant tenant, CancellationToken cancellationToken = default)
        => ReadAsync(scope, tenant, -1, cancellationToken);

    /// <summary>Drops what is kept of a tenant, when it is removed or restored.</summary>
    public void Forget(string tenantName) => profiles.TryRemove(tenantName, out _);

    private async Task<TenantProfile> ReadAsync(IServiceProvider scope, Tenant tenant, long version, CancellationToken cancellationToken)
    {
        var rows = await scope.GetRequiredService<PortalDbContext>().Set<Setting>().AsNoTracking().ToListAsync(cancellationToken);
        return new TenantProfile(
            version,
            Setting.Read(rows, Setting.Site, new TenantSettings()),
            FeaturesOf(tenant, Setting.Read<IReadOnlyList<string>>(rows, Setting.Features, [])));
    }

    private FrozenSet<string> FeaturesOf(Tenant tenant, IReadOnlyList<string> switchedOn)
        => catalog.Features.Values
            .Where(feature => feature.PlatformOnly ? tenant.IsDefault : feature.AlwaysOn || switchedOn.Contains(feature.Id, StringComparer.Ordinal))
            .Select(feature => feature.Id)
            .ToFrozenSet(StringComparer.Ordinal);
}
