using Microsoft.EntityFrameworkCore;
using Portal.Jobs.Domain;
using Portal.Platform.Data;

namespace Portal.Jobs.Services;

/// <summary>What ran for the tenant of the scope.</summary>
internal sealed class RunLog(PortalDbContext db)
{
    /// <summary>Writes a run down for the first time.</summary>
    public async Task AddAsync(JobRun run, CancellationToken cancellationToken)
    {
        var latest = await db.Set<JobRun>().Where(other => other.JobId == run.JobId).OrderByDescending(other => other.StartedAt).FirstOrDefaultAsync(cancellationToken);
        if (run.State == JobRunState.NothingToDo && latest?.State == JobRunState.NothingToDo)
        {
            latest.Repeat(run);
        }
        else
        {
            // A job never runs twice at a time for a tenant, so one that is still said to be running was cut off.
            if (latest?.State == JobRunState.Running) latest.Interrupt();
            db.Add(run);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes down how a run ended that was added while it was running.</summary>
    public async Task UpdateAsync(JobRun run, CancellationToken cancellationToken)
    {
        db.Update(run);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The runs of a job, the newest first.</summary>
    public IQueryable<JobRun> Of(string jobId)
        => db.Set<JobRun>().AsNoTracking().Where(run => run.JobId == jobId).OrderByDescending(run => run.StartedAt);

    /// <summary>The newest run of each job.</summary>
    public async Task<IReadOnlyDictionary<string, JobRun>> LatestAsync(CancellationToken cancellationToken)
    {
        var newest = db.Set<JobRun>().GroupBy(run => run.JobId).Select(runs => new { JobId = runs.Key, StartedAt = runs.Max(run => run.StartedAt) });
        var runs = await db.Set<JobRun>().AsNoTracking()
            .Join(newest, run => new { run.JobId, run.StartedAt }, last => new { last.JobId, last.StartedAt }, (run, _) => run)
            .ToListAsync(cancellationToken);
        return runs.GroupBy(run => run.JobId, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
    }

    /// <summary>Deletes runs that started before an instant, except the newest of each job.</summary>
    public Task<int> DeleteBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken)
        => db.Set<JobRun>()
            .Where(run => run.StartedAt < instant && db.Set<JobRun>().Any(later => later.JobId == run.JobId && later.StartedAt > run.StartedAt))
            .ExecuteDeleteAsync(cancellationToken);
}
