using Portal.Platform.Data;
using Portal.Signposting.Domain.Reports;

namespace Portal.Signposting.Services.Reports;

/// <summary>Keeps the figures of who lives where the service is. What was replaced last can be put back.</summary>
internal sealed class PopulationDesk(PortalDbContext db, AuditLog audit)
{
    public const string AuditSubject = "settings";

    public Task<Population> ReadAsync(CancellationToken cancellationToken) => Setting.ReadAsync(db, Population.Name, new Population(), cancellationToken);

    /// <summary>By what the figures are recognised when a form comes back.</summary>
    public static string FingerprintOf(Population population) => TypedTexts.Fingerprint(population.Source + "\n" + PopulationLines.Write(population));

    /// <summary>Replaces the figures. Null when somebody changed them since they were shown; false when they were so already.</summary>
    public async Task<bool?> ReplaceAsync(Population with, string? shown, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(cancellationToken);
        if (FingerprintOf(now) != shown) return null;
        return await WriteAsync("population.changed", now, with with { Before = now with { Before = null } }, cancellationToken);
    }

    /// <summary>Puts back what was there before. False when there is nothing to put back.</summary>
    public async Task<bool> UndoAsync(CancellationToken cancellationToken)
    {
        var now = await ReadAsync(cancellationToken);
        return now.Before is { } before && await WriteAsync("population.put-back", now, before, cancellationToken);
    }

    private async Task<bool> WriteAsync(string action, Population now, Population next, CancellationToken cancellationToken)
    {
        if (!audit.Record(action, AuditSubject, Population.Name, now with { Before = null }, next with { Before = null })) return false;
        await Setting.WriteAsync(db, Population.Name, next, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
