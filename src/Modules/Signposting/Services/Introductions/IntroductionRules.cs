using Portal.Platform.Data;
using Portal.Signposting.Domain.Introductions;

namespace Portal.Signposting.Services.Introductions;

/// <summary>How long the tenant waits for answers.</summary>
internal sealed class IntroductionRules(PortalDbContext db, AuditLog audit)
{
    public Task<IntroductionSettings> ReadAsync(CancellationToken cancellationToken) => Setting.ReadAsync(db, IntroductionSettings.Name, new IntroductionSettings(), cancellationToken);

    /// <returns>False when nothing was different.</returns>
    public async Task<bool> SaveAsync(IntroductionSettings settings, CancellationToken cancellationToken)
    {
        if (!audit.Record("introductions.rules-changed", "settings", IntroductionSettings.Name, await ReadAsync(cancellationToken), settings)) return false;
        await Setting.WriteAsync(db, IntroductionSettings.Name, settings, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
