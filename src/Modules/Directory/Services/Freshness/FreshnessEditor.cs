using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Changes the tenant's rules of freshness; the search follows at once.</summary>
internal sealed class FreshnessEditor(PortalDbContext db, FreshnessReader reader, ListingIndexer indexer, AuditLog audit)
{
    /// <returns>False when nothing was different.</returns>
    public async Task<bool> SaveAsync(FreshnessSettings settings, CancellationToken cancellationToken)
    {
        if (!audit.Record("freshness.changed", "settings", FreshnessSettings.Name, await reader.ReadSettingsAsync(cancellationToken), settings)) return false;
        await Setting.WriteAsync(db, FreshnessSettings.Name, settings, cancellationToken);
        reader.Use(settings);
        await indexer.IndexAllAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
