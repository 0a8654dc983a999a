using System.Globalization;
using Portal.Jobs.Domain;
using Portal.Platform.Tenants;
using Quartz;

namespace Portal.Jobs.Services;

/// <summary>
/// What Quartz starts when a job is due: runs it for every tenant that lives by the time zone of the trigger, or for the one
/// tenant that asked for it. Quartz never starts it twice at a time for one job, on all machines together.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DueRound(JobRunner runner, ITenants tenants, TimeProvider clock) : IJob
{
    public const string TimeZone = "timeZone";
    public const string TenantName = "tenant";
    public const string Attempt = "attempt";

    /// <summary>Tenants worked for at the same time, so that one that waits for a slow server does not hold up all others.</summary>
    private const int SideBySide = 4;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var request = new RunRequest(
            context.JobDetail.Key.Name,
            Text(data, Attempt) is { } attempt ? int.Parse(attempt, CultureInfo.InvariantCulture) : 1,
            Text(data, TimeZone));
        var only = Text(data, TenantName);
        var due = (await tenants.ListAsync(cancellationToken)).Where(tenant => tenant.State == TenantState.Running && (only is null || tenant.Name == only));
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (tenant, stop) =>
            {
                if (await runner.RunAsync(tenant, request, stop) is { State: JobRunState.Failed }) await TryAgainLaterAsync(context, tenant, request);
            });
    }

    /// <summary>Tries a failed job again for that tenant alone: after two minutes, then after ten, unless it is due before that anyway.</summary>
    private async Task TryAgainLaterAsync(IJobExecutionContext context, Tenant tenant, RunRequest request)
    {
        if (NextTry(request.Attempt, clock.GetUtcNow(), context.NextFireTimeUtc) is not { } at) return;
        var trigger = TriggerBuilder.Create()
            .ForJob(context.JobDetail.Key)
            .WithIdentity(AgainKey(tenant.Name, request.JobId))
            .UsingJobData(For(tenant.Name, request.Attempt + 1))
            .StartAt(at)
            .Build();
        await context.Scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace);
    }

    /// <summary>When a job that failed is tried again; null when it is not.</summary>
    /// <param name="attempt">Which try failed, from 1.</param>
    /// <param name="due">When it is due next anyway, or null.</param>
    internal static DateTimeOffset? NextTry(int attempt, DateTimeOffset failedAt, DateTimeOffset? due)
    {
        TimeSpan? wait = attempt switch { 1 => TimeSpan.FromMinutes(2), 2 => TimeSpan.FromMinutes(10), _ => null };
        return wait is null || due <= failedAt + wait ? null : failedAt + wait;
    }

    /// <summary>Key of the trigger that tries a job again for one tenant.</summary>
    internal static TriggerKey AgainKey(string tenantName, string jobId) => new(tenantName, "again:" + jobId);

    /// <summary>What a trigger must carry to run a job for one tenant.</summary>
    public static JobDataMap For(string tenantName, int attempt)
        => new() { { TenantName, tenantName }, { Attempt, attempt.ToString(CultureInfo.InvariantCulture) } };

    private static string? Text(JobDataMap data, string key) => data.TryGetValue(key, out var value) ? value as string : null;
}
