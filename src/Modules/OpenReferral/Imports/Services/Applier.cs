using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>
/// Puts what was decided into the directory, some hundred changes in one transaction with all that belongs to them. What a crash
/// cuts off is done again whole.
/// </summary>
internal sealed class Applier(PortalDbContext db, IListingImport directory, SourceIds ids, TimeProvider clock)
{
    private const int Batch = 400;
    private const int Tries = 5;

    public async Task<bool> RunAsync(ImportSource source, string runId, Action<ImportRun> progress, CancellationToken cancellationToken)
    {
        var last = 0;
        for (var tries = 0; ;)
        {
            db.DiscardChanges();
            try
            {
                if (await db.Set<ImportRun>().FindAsync([runId], cancellationToken) is not { State: RunState.Applying } run) return false;
                var done = await ApplyNextAsync(source, run, last, cancellationToken);
                progress(run);
                if (done is null) return true;
                (last, tries) = (done.Value, 0);
            }
            catch (DbUpdateConcurrencyException) when (++tries < Tries)
            {
                // Somebody changed one of these listings meanwhile: all is compared again with what it says now.
                ids.Forget();
            }
        }
    }

    /// <returns>Number of the last change that was done; null when all are.</returns>
    private async Task<int?> ApplyNextAsync(ImportSource source, ImportRun run, int last, CancellationToken cancellationToken)
    {
        var changes = await db.Set<StagedChange>().AsNoTracking()
            .Where(change => change.RunId == run.Id && change.Number > last && change.AppliedAt == null && change.Decision != Decision.Open)
            .OrderBy(change => change.Number).Take(Batch).ToListAsync(cancellationToken);
        if (changes.Count == 0)
        {
            await FinishAsync(source, run, cancellationToken);
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var links = await ids.OfAsync(source.Id, cancellationToken);
        var work = new AppliedBatch(source, links, clock);
        var externalIds = changes.Where(change => change.Kind != ChangeKind.Added || change.OurId is not null || change.Decision == Decision.Leave).Select(change => change.ExternalId).Distinct(StringComparer.Ordinal).ToList();
        if (externalIds.Count > 0) work.Know(await db.Set<ImportRecord>().Where(record => record.SourceId == source.Id && externalIds.Contains(record.ExternalId)).ToListAsync(cancellationToken));
        var present = changes.Where(change => change.OurId is not null).ToList();
        if (present.Count > 0) work.Know(await directory.ReadAsync(StagedComparison.IdsOf(present), cancellationToken));
        foreach (var change in changes) work.Take(change);

        await directory.WriteAsync(work.ToWrite(source.Name), cancellationToken);
        db.AddRange(work.NewRecords);
        foreach (var change in work.Remembered)
        {
            var entry = db.Attach(change);
            entry.Property(one => one.Base).IsModified = entry.Property(one => one.Before).IsModified = entry.Property(one => one.After).IsModified = entry.Property(one => one.OurId).IsModified = true;
        }

        run.Applied += changes.Count;
        run.BusyUntil = clock.GetUtcNow() + RunLease.Length;
        await db.SaveChangesAsync(cancellationToken);
        var (first, until, now) = (changes[0].Number, changes[^1].Number, (DateTimeOffset?)clock.GetUtcNow());
        await db.Set<StagedChange>().Where(change => change.RunId == run.Id && change.Number >= first && change.Number <= until && change.AppliedAt == null && change.Decision != Decision.Open)
            .ExecuteUpdateAsync(change => change.SetProperty(one => one.AppliedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return until;
    }

    /// <summary>What nobody has decided yet keeps the run open.</summary>
    private async Task FinishAsync(ImportSource source, ImportRun run, CancellationToken cancellationToken)
    {
        var isOpen = await db.Set<StagedChange>().AnyAsync(change => change.RunId == run.Id && change.AppliedAt == null, cancellationToken)
            || await db.Set<LineFault>().AnyAsync(fault => fault.RunId == run.Id && fault.IsError && fault.FixedAt == null && fault.Cells != null, cancellationToken);
        (run.State, run.BusyUntil, run.EndedAt) = (isOpen ? RunState.Review : RunState.Done, null, clock.GetUtcNow());
        if (await db.Set<ImportSource>().FindAsync([source.Id], cancellationToken) is { } tracked) tracked.SeenAt = run.EndedAt;
        await db.SaveChangesAsync(cancellationToken);
    }
}
