using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>
/// Reads a run into the staging area, some hundred lines in one transaction. After a crash it goes through the lines that are done
/// once more, only to know what it has seen, and goes on behind them.
/// </summary>
internal sealed class Stager(PortalDbContext db, FeedReading reading, StagedComparison comparison, IListingImport directory, ImportFiles files, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Faults after which the rest of a file is unknown: what is missing in it may still be in the source.</summary>
    private static readonly string[] fatal = ["JsonCutOff", "JsonTooLong", "NotJson", "CalendarCutOff", "CalendarTooMuch"];

    /// <summary>How many faults of one kind are written down one by one.</summary>
    private const int MostNotes = 20_000;

    /// <returns>False when somebody gave the run up meanwhile.</returns>
    public async Task<bool> RunAsync(ImportSource source, string runId, Action<ImportRun> progress, CancellationToken cancellationToken)
    {
        var (done, total) = (await db.Set<ImportRun>().AsNoTracking().Where(run => run.Id == runId).Select(run => run.LinesDone).SingleAsync(cancellationToken), files.LengthOf(runId));
        var seen = new SeenThings(await KnownAsync(source.Id, cancellationToken));
        var batch = new List<FeedItem>(Batch);
        var passed = 0;
        string? broken = null;
        await foreach (var item in reading.ReadAsync(source, runId, cancellationToken))
        {
            broken ??= item.Faults.Select(fault => fault.Reason).FirstOrDefault(reason => fatal.Contains(reason, StringComparer.Ordinal));
            if (++passed <= done)
            {
                seen.Take(item);
                continue;
            }

            batch.Add(item);
            if (batch.Count < Batch) continue;
            if (!await StageAsync(source, runId, batch, seen, total, progress, cancellationToken)) return false;
            batch.Clear();
        }

        if (!await StageAsync(source, runId, batch, seen, total, progress, cancellationToken)) return false;
        return await FinishAsync(source, runId, seen, broken, progress, cancellationToken);
    }

    private async Task<Dictionary<string, KnownThing>> KnownAsync(string sourceId, CancellationToken cancellationToken)
        => await db.Set<ImportRecord>().AsNoTracking().Where(record => record.SourceId == sourceId)
            .Select(record => new { record.Kind, record.ExternalId, record.OurId, record.State, record.Hash })
            .ToDictionaryAsync(record => SeenThings.KeyOf(record.Kind, record.ExternalId), record => new KnownThing(record.OurId, record.State, record.Hash), StringComparer.Ordinal, cancellationToken);

    private async Task<bool> StageAsync(ImportSource source, string runId, List<FeedItem> batch, SeenThings seen, long total, Action<ImportRun> progress, CancellationToken cancellationToken)
    {
        db.DiscardChanges();
        if (await FindAsync(runId, cancellationToken) is not { } run) return false;
        var staged = new List<StagedChange>();
        foreach (var item in batch)
        {
            var (things, faults) = seen.Take(item);
            run.LinesDone++;
            if (faults.Any(fault => fault.IsError)) run.Refused++;
            run.Notes += faults.Count(fault => !fault.IsError);
            if (run.Notes <= MostNotes || faults.Any(fault => fault.IsError)) db.AddRange(faults.Select(fault => FaultOf(run.Id, item, fault)));
            if (item.Service is not null && !things.Exists(thing => thing.Record == RecordKind.Service) && !faults.Any(fault => fault.IsError)) run.Unchanged++;
            staged.AddRange(things.Select(thing => thing.ToChange(run.Id, ++run.LastNumber, item.Line)));
        }

        await comparison.CompareAsync(source, staged, cancellationToken);
        foreach (var change in staged.Where(change => change.Record == RecordKind.Service)) Count(run, change);
        db.AddRange(staged);
        (run.BytesDone, run.BytesTotal) = (batch.Count > 0 ? Math.Min(batch[^1].Position, total) : run.BytesDone, total);
        run.BusyUntil = clock.GetUtcNow() + RunLease.Length;
        await db.SaveChangesAsync(cancellationToken);
        progress(run);
        return true;
    }

    /// <param name="broken">Why the rest of the file is unknown; null when all of it was read.</param>
    private async Task<bool> FinishAsync(ImportSource source, string runId, SeenThings seen, string? broken, Action<ImportRun> progress, CancellationToken cancellationToken)
    {
        if (broken is null)
        {
            foreach (var ids in seen.Missing.Chunk(Batch))
            {
                db.DiscardChanges();
                if (await FindAsync(runId, cancellationToken) is not { } current) return false;
                var state = await directory.ReadAsync(new DirectoryIds([], [], [.. ids.Select(missing => missing.OurId!)]), cancellationToken);
                foreach (var (externalId, ourId) in ids.Where(missing => state.Services.TryGetValue(missing.OurId!, out var service) && service.Published))
                {
                    if (await db.Set<StagedChange>().AnyAsync(change => change.RunId == runId && change.Kind == ChangeKind.Gone && change.ExternalId == externalId, cancellationToken)) continue;
                    db.Add(new StagedChange
                    {
                        RunId = runId,
                        Number = ++current.LastNumber,
                        Line = 0,
                        Record = RecordKind.Service,
                        ExternalId = externalId,
                        Kind = ChangeKind.Gone,
                        Title = state.Services[ourId!].Facts.Name,
                        Values = "",
                        Hash = "",
                        OurId = ourId,

                        // A line that could not be read may be the one that is missing.
                        Decision = current.Refused > 0 ? Decision.Open : Decision.Take,
                    });
                    current.Gone++;
                }

                current.BusyUntil = clock.GetUtcNow() + RunLease.Length;
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        db.DiscardChanges();
        if (await FindAsync(runId, cancellationToken) is not { } run) return false;
        run.AsksBeforeRemoving = run.Gone * 10 > seen.LiveBefore;
        if (run.AsksBeforeRemoving)
            await db.Set<StagedChange>().Where(change => change.RunId == runId && change.Kind == ChangeKind.Gone).ExecuteUpdateAsync(change => change.SetProperty(one => one.Decision, Decision.Open), cancellationToken);

        Rest(source, run, broken);
        if (!run.IsDryRun && broken is null && seen.LiveBefore > 0) await SeeAsync(source, runId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        progress(run);
        return true;
    }

    /// <summary>A spreadsheet waits for somebody in any case: there may be columns to be put right. A feed that says nothing new waits for nobody.</summary>
    private void Rest(ImportSource source, ImportRun run, string? broken)
    {
        (run.State, run.BusyUntil) = (RunState.Review, null);
        if (source.Kind != SourceKind.Feed || run.LastNumber > 0) return;
        if (broken is null) run.State = RunState.Done;
        else run.Fail(broken);
        run.EndedAt = clock.GetUtcNow();
    }

    /// <summary>Says of everything that is still in the source when it was seen there.</summary>
    private async Task SeeAsync(ImportSource source, string runId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<ImportRecord>()
            .Where(record => record.SourceId == source.Id && record.State == RecordState.Live
                && !db.Set<StagedChange>().Any(change => change.RunId == runId && change.Kind == ChangeKind.Gone && change.ExternalId == record.ExternalId && change.Record == record.Kind))
            .ExecuteUpdateAsync(record => record.SetProperty(one => one.SeenAt, now), cancellationToken);
        if (await db.Set<ImportSource>().FindAsync([source.Id], cancellationToken) is { } tracked) tracked.SeenAt = now;
    }

    private async Task<ImportRun?> FindAsync(string runId, CancellationToken cancellationToken)
        => await db.Set<ImportRun>().FindAsync([runId], cancellationToken) is { State: RunState.Reading } run ? run : null;

    private LineFault FaultOf(string runId, FeedItem item, Fault fault) => new()
    {
        Id = Ids.New(clock),
        RunId = runId,
        Line = item.Line,
        IsError = fault.IsError,
        Field = fault.Field,
        Reason = fault.Reason,
        Values = fault.Values,
        Cells = fault.IsError ? item.Cells : null,
    };

    public static void Count(ImportRun run, StagedChange change)
    {
        switch (change.Kind)
        {
            case ChangeKind.Added: run.Added++; break;
            case ChangeKind.Changed: run.Changed++; break;
            case ChangeKind.Conflict: run.Conflicts++; break;
            default: run.Gone++; break;
        }
    }
}
