using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Jobs.Domain;
using Portal.Jobs.Services;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;
using Quartz;
using Shouldly;
using TestSupport;

namespace PageTests.Jobs;

/// <summary>Whom a due job is run for, and when it is tried again. The timetable is asked; nothing waits for the clock.</summary>
public sealed class DueRoundTests
{
    private const string ForgetLinks = "accounts.forget-links";
    private const string ClearPlans = "signposting.clear-removed";

    [DatabaseTheory, EveryDatabase]
    public async Task A_job_that_failed_is_tried_again_for_that_tenant_after_two_and_ten_minutes(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlRawAsync("DROP TABLE {table}".Replace("{table}", Table(services), StringComparison.Ordinal)));

        foreach (var (attempt, minutes) in new[] { (1, 2), (2, 10), (3, 0) })
        {
            await RunAsync(site.Host, ForgetLinks, DueRound.For(site.Tenant.Name, attempt));

            var run = (await RunsAsync(site, ForgetLinks))[0];
            (run.State, run.Attempt).ShouldBe((JobRunState.Failed, attempt));
            var scheduler = await SchedulerAsync(site.Host);
            var again = await scheduler.GetTrigger(DueRound.AgainKey(site.Tenant.Name, ForgetLinks));
            if (minutes == 0)
            {
                again.ShouldBeNull("three times is enough");
                continue;
            }

            again!.StartTimeUtc.ShouldBeInRange(run.StartedAt.AddMinutes(minutes).AddSeconds(-1), TimeProvider.System.GetUtcNow().AddMinutes(minutes));
            again.JobDataMap.GetString(DueRound.Attempt).ShouldBe((attempt + 1).ToString(CultureInfo.InvariantCulture));
            again.JobDataMap.GetString(DueRound.TenantName).ShouldBe(site.Tenant.Name);
            await scheduler.UnscheduleJob(again.Key);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_due_job_runs_for_every_tenant_but_suspended_ones_and_those_without_its_feature(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var (running, suspended, without) = (await TestSite.CreateAsync(host), await TestSite.CreateAsync(host), await TestSite.CreateAsync(host));
        await SetStateAsync(suspended, TenantState.Suspended);
        await SwitchOffAsync(without, "Portal.Signposting");

        await RunAsync(host, ClearPlans);
        (await RunsAsync(running, ClearPlans)).Count.ShouldBe(1);
        (await RunsAsync(suspended, ClearPlans)).ShouldBeEmpty();
        (await RunsAsync(without, ClearPlans)).ShouldBeEmpty();

        await SetStateAsync(suspended, TenantState.Running);
        await RunAsync(host, ClearPlans);
        (await RunsAsync(suspended, ClearPlans)).Count.ShouldBe(1);
        (await RunsAsync(without, ClearPlans)).ShouldBeEmpty();

        await RunAsync(host, ForgetLinks);
        (await RunsAsync(without, ForgetLinks)).Count.ShouldBe(1);
    }

    /// <summary>Lets the timetable run a job now and returns when the round is over.</summary>
    private static async Task RunAsync(PortalHost host, string jobId, JobDataMap? data = null)
    {
        var scheduler = await SchedulerAsync(host);
        var key = new JobKey(jobId, Timetable.Group);
        await Wait.UntilAsync(async () => await scheduler.Exists(key));
        var asked = Ids.New(TimeProvider.System);
        var done = new WhenDone(asked);
        scheduler.ListenerManager.AddJobListener(done, []);
        await scheduler.TriggerJob(key, new JobDataMap(data ?? []) { { WhenDone.Key, asked } });
        await done.Task;
        scheduler.ListenerManager.RemoveJobListener(done.Name);
    }

    private static async Task<IScheduler> SchedulerAsync(PortalHost host) => await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();

    private static Task<List<JobRun>> RunsAsync(TestSite site, string jobId) => site.RunAsync(services
        => services.GetRequiredService<PortalDbContext>().Set<JobRun>().AsNoTracking().Where(run => run.JobId == jobId).OrderByDescending(run => run.StartedAt).ToListAsync());

    private static string Table(IServiceProvider services)
        => services.GetRequiredService<PortalDbContext>().Model.FindEntityType(typeof(Portal.Accounts.Domain.SignInLink))!.GetTableName()!;

    private static async Task SetStateAsync(TestSite site, TenantState state)
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ITenantAdministration>().SetStateAsync(site.Tenant.Name, state, default);
    }

    private static Task SwitchOffAsync(TestSite site, string feature) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await Setting.WriteAsync(db, Setting.Features, services.GetRequiredService<ModuleCatalog>().Features.Keys.Where(id => id != feature).Order(StringComparer.Ordinal).ToList());
        await db.SaveChangesAsync();
    });

    /// <summary>Tells when the run that carries a mark is over.</summary>
    private sealed class WhenDone(string mark) : IJobListener
    {
        public const string Key = "test-mark";
        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => mark;

        public Task Task => done.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            if (context.MergedJobDataMap.TryGetValue(Key, out var value) && value as string == mark) done.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
