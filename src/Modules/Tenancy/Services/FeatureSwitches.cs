using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;

namespace Portal.Tenancy.Services;

/// <summary>The features of the tenant of the scope that can be switched.</summary>
internal sealed class FeatureSwitches(PortalDbContext db, ModuleCatalog catalog, TenantContext tenant, AuditLog audit)
{
    /// <summary>Name of the feature that lists all sites; of no use on any but the default tenant.</summary>
    public const string Landing = "Portal.Landing";

    /// <summary>Ids of all that can be switched, in the order of the modules.</summary>
    public IReadOnlyList<string> Switchable
        => [.. catalog.Modules.SelectMany(module => module.Manifest.Features)
            .Where(feature => feature is { AlwaysOn: false, PlatformOnly: false } && (feature.Id != Landing || tenant.Tenant.IsDefault)).Select(feature => feature.Id)];

    /// <summary>Ids of those that are on.</summary>
    public IReadOnlyList<string> On => [.. Switchable.Where(tenant.Profile.Features.Contains)];

    /// <summary>Switches exactly these on. They are so with the next request.</summary>
    /// <returns>False when nothing changed.</returns>
    public async Task<bool> SetAsync(IReadOnlyCollection<string> on, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> after = [.. Switchable.Where(on.Contains).Order(StringComparer.Ordinal)];
        if (!audit.Record("features.switched", "settings", Setting.Features, On.Order(StringComparer.Ordinal), after)) return false;
        await Setting.WriteAsync(db, Setting.Features, after, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
