using Microsoft.EntityFrameworkCore;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Keeps the sources of imports and starts their runs.</summary>
internal sealed class ImportSources(PortalDbContext db, AuditLog audit, ImportFiles files, ImportQueue queue, TenantContext tenant, TimeProvider clock)
{
    public Task<ImportSource?> FindAsync(string id, CancellationToken cancellationToken) => db.Set<ImportSource>().SingleOrDefaultAsync(source => source.Id == id, cancellationToken);

    public Task<bool> IsTakenAsync(string name, string? exceptId, CancellationToken cancellationToken)
        => db.Set<ImportSource>().AnyAsync(source => source.Name == name && source.Id != exceptId, cancellationToken);

    /// <summary>Adds a source. Saved with its first run.</summary>
    public ImportSource Add(ImportSource source)
    {
        db.Add(source);
        audit.Record("import.source-added", "import", source.Id, after: SourceSnapshot.Of(source));
        return source;
    }

    /// <summary>Changes a source.</summary>
    public async Task ChangeAsync(ImportSource source, Action<ImportSource> change, CancellationToken cancellationToken)
    {
        var before = SourceSnapshot.Of(source);
        change(source);
        audit.Record("import.source-changed", "import", source.Id, before, SourceSnapshot.Of(source));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Fetches a feed again.</summary>
    public Task<ImportRun> StartAsync(ImportSource source, string by, CancellationToken cancellationToken) => StartAsync(source, by, null, null, cancellationToken);

    /// <summary>Starts a run. One of the same source that still waits for somebody is given up: this one is newer.</summary>
    /// <param name="file">What was brought; null for a feed.</param>
    /// <param name="isHeld">True when the caller works on it itself: nobody else takes it meanwhile.</param>
    public async Task<ImportRun> StartAsync(ImportSource source, string by, string? fileName, Stream? file, CancellationToken cancellationToken, bool isDryRun = false, bool isHeld = false)
    {
        var run = new ImportRun { Id = Ids.New(clock), SourceId = source.Id, StartedAt = clock.GetUtcNow(), StartedBy = by, FileName = fileName, IsDryRun = isDryRun, State = RunState.Waiting };
        if (isHeld) run.BusyUntil = clock.GetUtcNow() + RunLease.Length;
        if (file is not null)
        {
            await files.AddAsync(run.Id, 1, file, cancellationToken);
            run.BytesTotal = files.LengthOf(run.Id);
            if (source is { Kind: SourceKind.Csv, Mapping.Count: 0 }) run.State = RunState.Mapping;
        }

        var open = isDryRun ? [] : await db.Set<ImportRun>().Where(other => other.SourceId == source.Id && (other.State == RunState.Review || other.State == RunState.Mapping || other.State == RunState.Waiting)).ToListAsync(cancellationToken);
        foreach (var older in open)
        {
            (older.State, older.EndedAt) = (older.Applied > 0 ? RunState.Done : RunState.Dropped, clock.GetUtcNow());
            files.Delete(older.Id);
        }

        db.Add(run);
        audit.Record("import.started", "import", source.Id);
        await db.SaveChangesAsync(cancellationToken);
        if (run.State == RunState.Waiting && !isHeld) queue.Tell(tenant.Tenant, run.Id);
        return run;
    }

    /// <summary>Moves a run on to work for the program.</summary>
    /// <returns>False when it is not, or no longer, in one of the states it may be moved on from.</returns>
    public async Task<bool> MoveAsync(string runId, RunState to, IReadOnlyList<RunState> from, string action, CancellationToken cancellationToken, bool isHeld = false)
    {
        if (await db.Set<ImportRun>().SingleOrDefaultAsync(run => run.Id == runId, cancellationToken) is not { } run || !from.Contains(run.State)) return false;
        run.State = to;
        if (to == RunState.Dropped) (run.EndedAt, run.BusyUntil) = (clock.GetUtcNow(), null);
        else if (isHeld) run.BusyUntil = clock.GetUtcNow() + RunLease.Length;
        audit.Record(action, "import", run.SourceId);
        await db.SaveChangesAsync(cancellationToken);
        if (to == RunState.Dropped) files.Delete(runId);
        else if (!isHeld) queue.Tell(tenant.Tenant, runId);
        return true;
    }

    /// <summary>Takes a source away with all that is known of it. What came from it stays in the directory as it is.</summary>
    public async Task RemoveAsync(ImportSource source, CancellationToken cancellationToken)
    {
        foreach (var runId in await db.Set<ImportRun>().Where(run => run.SourceId == source.Id).Select(run => run.Id).ToListAsync(cancellationToken)) files.Delete(runId);
        db.Remove(source);
        audit.Record("import.source-removed", "import", source.Id, before: SourceSnapshot.Of(source));
        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record SourceSnapshot(string Name, string? Address, string? Publisher, string? Licence, string? LicenceUrl, string Language, IReadOnlyList<ColumnMeaning> Mapping, Rhythm Rhythm)
    {
        public static SourceSnapshot Of(ImportSource source)
            => new(source.Name, source.Address, source.Publisher, source.Licence, source.LicenceUrl, source.Language, source.Mapping, source.Rhythm);
    }
}
