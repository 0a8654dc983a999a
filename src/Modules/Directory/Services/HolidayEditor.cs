using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Changes the tenant's school terms and bank holidays; the listings whose dates depend on them are found by the new ones at once.</summary>
internal sealed class HolidayEditor(PortalDbContext db, HolidayReader reader, ListingIndexer indexer, AuditLog audit)
{
    /// <returns>False when nothing was different.</returns>
    public async Task<bool> SaveAsync(HolidaySettings settings, CancellationToken cancellationToken)
    {
        var before = await reader.ReadSettingsAsync(cancellationToken);
        if (!audit.Record("holidays.changed", "settings", HolidaySettings.Name, before, settings)) return false;
        await Setting.WriteAsync(db, HolidaySettings.Name, settings, cancellationToken);
        reader.Use(settings);
        await indexer.IndexAllAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
