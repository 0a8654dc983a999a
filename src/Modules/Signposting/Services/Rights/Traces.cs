using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;

namespace Portal.Signposting.Services.Rights;

/// <summary>
/// Sees to it that what was erased is gone from the files of the database too. A database only marks as free what is deleted: SQLite is
/// told to overwrite it, and is written anew in the night after an erasure; PostgreSQL frees it then for its next writing.
/// </summary>
internal sealed class Traces(PortalDbContext db, IEnumerable<IKeptOnPeople> kinds)
{
    private const string SettingName = "signposting.traces";

    /// <summary>From now on this connection overwrites what it deletes.</summary>
    public async Task OverwriteAsync(CancellationToken cancellationToken)
    {
        if (!db.IsSqlite) return;
        // Kept open, so that the setting holds for the transaction that follows; the scope closes it.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellationToken);
    }

    /// <summary>Notes that there are traces to be cleared; the caller saves.</summary>
    public Task LeaveAsync(CancellationToken cancellationToken) => Setting.WriteAsync(db, SettingName, true, cancellationToken);

    /// <summary>Clears them. Null when there are none.</summary>
    public async Task<int?> ClearAsync(CancellationToken cancellationToken)
    {
        if (!await Setting.ReadAsync(db, SettingName, false, cancellationToken)) return null;
        await OverwriteAsync(cancellationToken);
        var orphans = await EraseOrphansAsync(cancellationToken);
        // Outside of any transaction, as both databases want it. Where somebody writes at this very moment SQLite refuses, and the job is run again.
        await db.Database.ExecuteSqlRawAsync("VACUUM", cancellationToken);
        if (db.IsSqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
        await Setting.WriteAsync(db, SettingName, false, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return orphans;
    }

    /// <summary>What was saved for a person in the very moment in which they were erased.</summary>
    private async Task<int> EraseOrphansAsync(CancellationToken cancellationToken)
    {
        var orphans = await db.Set<Plan>().Where(plan => plan.PersonId != null && !db.Set<Person>().Any(person => person.Id == plan.PersonId)).Select(plan => plan.PersonId!)
            .Union(db.Set<Referral>().Where(referral => referral.PersonId != null && !db.Set<Person>().Any(person => person.Id == referral.PersonId)).Select(referral => referral.PersonId!))
            .ToListAsync(cancellationToken);
        foreach (var id in orphans)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var kind in kinds.OrderByDescending(kind => kind.Order)) await kind.EraseAsync(id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return orphans.Count;
    }
}
