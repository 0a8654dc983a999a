using Microsoft.Extensions.Localization;
using Portal.Jobs.Domain;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Quartz;

namespace Portal.Jobs.Services;

/// <summary>A job as people see it.</summary>
/// <param name="Id">Its stable name.</param>
/// <param name="Name">What it does, in the reader's language.</param>
/// <param name="Last">Its newest run, or null.</param>
/// <param name="Next">When it is due next, or null when never.</param>
internal sealed record JobOnBoard(string Id, string Name, JobRun? Last, DateTimeOffset? Next);

/// <summary>The jobs of the present tenant, and a way to ask for one of them.</summary>
internal sealed class JobBoard(
    IEnumerable<TenantJob> jobs, JobRunner runner, RunLog runs, TenantContext tenant, DateWords words, IStringLocalizerFactory texts, ISchedulerFactory schedulers, TimeProvider clock)
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(2);

    /// <summary>All jobs of features that are on, by name.</summary>
    public async Task<IReadOnlyList<JobOnBoard>> ListAsync(CancellationToken cancellationToken)
    {
        var latest = await runs.LatestAsync(cancellationToken);
        return [.. Mine.Select(job => new JobOnBoard(job.Id, NameOf(job), latest.GetValueOrDefault(job.Id), NextOf(job)))
            .OrderBy(job => job.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Name of a job in the reader's language, or null when the tenant has no such job.</summary>
    public string? NameOf(string jobId) => Mine.FirstOrDefault(job => job.Id == jobId) is { } job ? NameOf(job) : null;

    /// <summary>Asks the timetable to run a job for this tenant now, and waits a moment for it.</summary>
    /// <returns>The finished run; null when it takes longer.</returns>
    public async Task<JobRun?> RunNowAsync(string jobId, CancellationToken cancellationToken)
    {
        var last = (await runs.LatestAsync(cancellationToken)).GetValueOrDefault(jobId);
        var asked = clock.GetUtcNow();
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(
            new JobKey(jobId, Timetable.Group), DueRound.For(tenant.Tenant.Name, last is { CanBeTriedAgain: true } ? last.Attempt + 1 : 1), cancellationToken);

        while (clock.GetUtcNow() - asked < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
            var run = (await runs.LatestAsync(cancellationToken)).GetValueOrDefault(jobId);
            if (run is not null && run.StartedAt > asked && run.State != JobRunState.Running) return run;
        }

        return null;
    }

    private IEnumerable<TenantJob> Mine => jobs.Where(job => runner.IsOn(job, tenant.Profile));

    private string NameOf(TenantJob job) => texts.Create(job.Resources)[job.TextKey];

    private DateTimeOffset? NextOf(TenantJob job) => new CronExpression(job.Schedule, words.Zone).GetNextValidTimeAfter(clock.GetUtcNow());
}
