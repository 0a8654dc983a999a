using Microsoft.EntityFrameworkCore;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Lets one process at a time work on a run. A process that dies stops renewing, and another goes on.</summary>
internal sealed class RunLease(PortalDbContext db, TimeProvider clock)
{
    /// <summary>How long a process may be silent. Each batch renews it.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    /// <summary>True when the run is now this process's to work on.</summary>
    public async Task<bool> TakeAsync(string runId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + Length;
        return await db.Set<ImportRun>().Where(run => run.Id == runId && ImportRun.AtWork.Contains(run.State) && (run.BusyUntil == null || run.BusyUntil < now))
            .ExecuteUpdateAsync(run => run.SetProperty(one => one.BusyUntil, until), cancellationToken) == 1;
    }

    /// <summary>Runs with work to do that nobody is at, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> AbandonedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Set<ImportRun>().AsNoTracking().Where(run => ImportRun.AtWork.Contains(run.State) && (run.BusyUntil == null || run.BusyUntil < now))
            .OrderBy(run => run.StartedAt).Select(run => run.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Says that the process is still at it.</summary>
    public async Task RenewAsync(string runId, TimeSpan wait, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = clock.GetUtcNow() + Length + wait;
        await db.Set<ImportRun>().Where(run => run.Id == runId).ExecuteUpdateAsync(run => run.SetProperty(one => one.BusyUntil, until), cancellationToken);
    }

    /// <summary>Lets the run go, for another process or a later time.</summary>
    public async Task LetGoAsync(string runId)
        => await db.Set<ImportRun>().Where(run => run.Id == runId).ExecuteUpdateAsync(run => run.SetProperty(one => one.BusyUntil, (DateTimeOffset?)null), CancellationToken.None);
}
