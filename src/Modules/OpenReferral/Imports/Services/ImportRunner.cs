using Microsoft.EntityFrameworkCore;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Works on a run until it is done or waits for somebody. Whatever it is cut off from, it can be called again.</summary>
internal sealed class ImportRunner(PortalDbContext db, RunLease lease, FeedFetcher fetcher, Stager stager, Applier applier, Undoer undoer, ImportFiles files, CurrentActor actor, TimeProvider clock)
{
    /// <returns>False when another process works on it, or there is nothing to do.</returns>
    /// <param name="isHeld">True when the caller holds the run already.</param>
    public async Task<bool> RunAsync(string runId, Action<ImportRun> progress, CancellationToken cancellationToken, bool isHeld = false)
    {
        if (!isHeld && !await lease.TakeAsync(runId, cancellationToken)) return false;
        try
        {
            actor.ActAs("imports.run");
            await WorkAsync(runId, progress, cancellationToken);
            return true;
        }
        catch (FeedException problem)
        {
            await FailAsync(runId, problem.Key, problem.Values);
            return true;
        }
        catch (OperationCanceledException)
        {
            await lease.LetGoAsync(runId);
            throw;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            await FailAsync(runId, "Unexpected", [problem.Message]);
            throw;
        }
    }

    private async Task WorkAsync(string runId, Action<ImportRun> progress, CancellationToken cancellationToken)
    {
        var run = await db.Set<ImportRun>().AsNoTracking().SingleAsync(run => run.Id == runId, cancellationToken);
        var source = await db.Set<ImportSource>().AsNoTracking().SingleAsync(source => source.Id == run.SourceId, cancellationToken);
        switch (run.State)
        {
            case RunState.Waiting or RunState.Reading:
                if (run.State == RunState.Waiting)
                {
                    if (source is { Kind: SourceKind.Feed, Address: { } address } && run.FileName is null) await fetcher.FetchAsync(runId, address, cancellationToken);
                    if (files.Of(runId).Count == 0) throw new FeedException("FileMissing");
                    await db.Set<ImportRun>().Where(one => one.Id == runId && one.State == RunState.Waiting).ExecuteUpdateAsync(one => one.SetProperty(each => each.State, RunState.Reading), cancellationToken);
                }

                await stager.RunAsync(source, runId, progress, cancellationToken);
                break;
            case RunState.Applying: await applier.RunAsync(source, runId, progress, cancellationToken); break;
            case RunState.Undoing: await undoer.RunAsync(source, runId, progress, cancellationToken); break;
        }

        var state = await db.Set<ImportRun>().Where(one => one.Id == runId).Select(one => one.State).SingleAsync(cancellationToken);
        if (!ImportFiles.AreNeeded(state) && !ImportRun.AtWork.Contains(state)) files.Delete(runId);
    }

    private async Task FailAsync(string runId, string key, IReadOnlyList<string> values)
    {
        db.DiscardChanges();
        if (await db.Set<ImportRun>().FindAsync([runId], CancellationToken.None) is not { } run) return;
        run.Fail(key, values);
        run.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(CancellationToken.None);
        files.Delete(runId);
    }
}
