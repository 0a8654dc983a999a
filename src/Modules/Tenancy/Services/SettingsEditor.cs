using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;

namespace Portal.Tenancy.Services;

/// <summary>Changes the settings of the tenant of the scope, by the same rules as a recipe does.</summary>
internal sealed class SettingsEditor(PortalDbContext db, SettingsRules rules, AuditLog audit, EventBus events)
{
    /// <summary>Changes the settings as they stand in the database now.</summary>
    /// <returns>What does not fit; then nothing has been changed.</returns>
    public async Task<IReadOnlyList<SettingsFault>> ChangeAsync(Func<TenantSettings, TenantSettings> change, CancellationToken cancellationToken)
    {
        var before = await Setting.ReadAsync(db, Setting.Site, new TenantSettings(), cancellationToken);
        var after = change(before);
        var faults = rules.Check(after);
        if (faults.Count > 0 || !audit.Record("settings.changed", "settings", Setting.Site, before, after)) return faults;
        await Setting.WriteAsync(db, Setting.Site, after, cancellationToken);
        await events.PublishAsync(new SettingsChanged(before, after), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }
}
