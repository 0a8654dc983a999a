using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Platform.Jobs;
using Portal.Platform.Tenants;
using Quartz;

namespace Portal.Jobs.Services;

/// <summary>
/// Keeps Quartz's triggers in step with the jobs there are and the time zones tenants live by: one trigger for each pair, so
/// that the timetable stays small however many tenants there are. Tenants that come and go need no change of it.
/// </summary>
internal sealed partial class Timetable(ISchedulerFactory schedulers, ITenants tenants, ITenantScopes scopes, TimeProvider clock, ILogger<Timetable> log) : BackgroundService
{
    public const string Group = "portal";

    private static readonly TimeSpan lookAtTenants = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan lookAtSettings = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = "";
        var lookedAt = clock.GetTimestamp();
        using var timer = new PeriodicTimer(lookAtTenants, clock);
        do
        {
            try
            {
                var present = (await tenants.ListAsync(stoppingToken)).Where(tenant => tenant.State == TenantState.Running).ToList();
                var names = string.Join(' ', present.Select(tenant => tenant.Name));
                if (names == known && clock.GetElapsedTime(lookedAt) < lookAtSettings) continue;
                await KeepAsync(present, tidy: known.Length == 0, stoppingToken);
                (known, lookedAt) = (names, clock.GetTimestamp());
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotKept(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task KeepAsync(IReadOnlyCollection<Tenant> present, bool tidy, CancellationToken cancellationToken)
    {
        if (present.Count == 0) return;
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var jobs = await scopes.RunAsync(present.First(), services => Task.FromResult(Planned(services)), cancellationToken);
        var zones = await ZonesAsync(present, cancellationToken);

        foreach (var job in jobs)
        {
            var key = new JobKey(job.Id, Group);
            if (!await scheduler.Exists(key, cancellationToken))
            {
                var detail = JobBuilder.Create<DueRound>().WithIdentity(key).StoreDurably().RequestRecovery().Build();
                await scheduler.AddJob(detail, AddJobOptions.Replacing, cancellationToken);
            }

            foreach (var zone in zones) await KeepAsync(scheduler, key, zone, job.Schedule, cancellationToken);
        }

        if (tidy) await RemoveOthersAsync(scheduler, jobs.Select(job => job.Id).ToHashSet(StringComparer.Ordinal), cancellationToken);
    }

    /// <summary>A trigger that is right is left alone, so that a due time missed while the program was stopped is caught up.</summary>
    private static async Task KeepAsync(IScheduler scheduler, JobKey job, string zoneName, string schedule, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var found) ? found : TimeZoneInfo.Utc;
        var key = new TriggerKey(zoneName, job.Name);
        if (await scheduler.GetTrigger(key, cancellationToken) is ICronTrigger kept && kept.CronExpressionString == schedule && kept.TimeZone.Id == zone.Id) return;
        var trigger = TriggerBuilder.Create()
            .ForJob(job)
            .WithIdentity(key)
            .UsingJobData(DueRound.TimeZone, zoneName)
            .WithCronSchedule(schedule, cron => cron.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancellationToken);
    }

    private static async Task RemoveOthersAsync(IScheduler scheduler, HashSet<string> present, CancellationToken cancellationToken)
    {
        var stored = await scheduler.QueryJobs(new JobQuery { Group = GroupMatcher<JobKey>.GroupEquals(Group), Take = PagedQuery.All }, cancellationToken);
        var gone = stored.Items.Select(job => job.Key).Where(key => !present.Contains(key.Name)).ToList();
        if (gone.Count > 0) await scheduler.DeleteJobs(gone, cancellationToken);
    }

    private async Task<IReadOnlyCollection<string>> ZonesAsync(IReadOnlyCollection<Tenant> present, CancellationToken cancellationToken)
    {
        var zones = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tenant in present)
        {
            try
            {
                zones.Add(await scopes.RunAsync(tenant, services => Task.FromResult(services.GetRequiredService<TenantContext>().Settings.TimeZone), cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNotRead(exception, tenant.Name);
            }
        }

        return zones;
    }

    private static IReadOnlyList<(string Id, string Schedule)> Planned(IServiceProvider services)
        => [.. services.GetServices<TenantJob>().Select(job => (job.Id, job.Schedule))];

    [LoggerMessage(1, LogLevel.Error, "The timetable of the jobs could not be brought up to date; trying again in some seconds.")]
    private partial void LogNotKept(Exception exception);

    [LoggerMessage(2, LogLevel.Warning, "The time zone of {Tenant} could not be read; its jobs wait.")]
    private partial void LogNotRead(Exception exception, string tenant);
}
