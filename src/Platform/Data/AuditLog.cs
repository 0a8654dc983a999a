using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Security;

namespace Portal.Platform.Data;

/// <summary>Writes the audit trail. An entry is saved with the change it tells of, by the caller's <see cref="PortalDbContext.SaveChangesAsync(bool, CancellationToken)"/>.</summary>
public sealed class AuditLog(PortalDbContext db, CurrentActor actor, TimeProvider clock)
{
    /// <summary>
    /// Records that somebody did something. With <paramref name="before"/> and <paramref name="after"/> given, a change that
    /// changed nothing is not recorded, and false is returned.
    /// </summary>
    public bool Record(string action, string subjectKind, string subjectId, object? before = null, object? after = null, string? why = null)
    {
        var (beforeJson, afterJson) = (Json(before), Json(after));
        if (beforeJson is not null && beforeJson == afterJson) return false;
        db.Audit(new AuditEntry
        {
            // To the microsecond, as PostgreSQL keeps it, so that the hash can be computed again.
            At = new DateTimeOffset(clock.GetUtcNow().UtcTicks / 10 * 10, TimeSpan.Zero),
            Actor = actor.Id,
            ActorName = actor.Name,
            Action = action,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Why = why,
            Before = beforeJson,
            After = afterJson,
        });
        return true;
    }

    /// <summary>What was done to one thing, the newest first.</summary>
    public IQueryable<AuditEntry> Of(string subjectKind, string subjectId)
        => db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => entry.SubjectKind == subjectKind && entry.SubjectId == subjectId)
            .OrderByDescending(entry => entry.Number);

    /// <summary>Follows the chain from its beginning; returns the number of the first entry that does not fit, or null when all do.</summary>
    public async Task<long?> FindBreakAsync(CancellationToken cancellationToken = default)
    {
        AuditEntry? previous = null;
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (entry.Number != (previous?.Number ?? 0) + 1 || entry.PreviousHash != (previous?.Hash ?? "") || entry.Hash != entry.ComputeHash()) return entry.Number;
            previous = entry;
        }

        return null;
    }

    private static string? Json(object? value)
        => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), PortalJson.Options);
}
