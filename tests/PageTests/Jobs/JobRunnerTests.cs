using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Jobs.Domain;
using Portal.Jobs.Resources;
using Portal.Jobs.Services;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Security;
using Portal.Platform.Tenants;
using Shouldly;
using TestSupport;

namespace PageTests.Jobs;

public sealed class JobRunnerTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_job_that_fails_in_one_tenant_is_written_down_there_and_runs_in_the_next(DatabaseKind kind)
    {
        var bad = await TestSite.CreateAsync(kind);
        var good = await TestSite.CreateAsync(kind);

        foreach (var site in new[] { bad, good })
        {
            await RunAsync(site, async services =>
            {
                if (services.GetRequiredService<TenantContext>().Tenant == bad.Tenant)
                {
                    // A half-made change must not be saved with the note that the job failed.
                    services.GetRequiredService<AuditLog>().Record("test.half", "test", "1");
                    services.GetRequiredService<PortalDbContext>().Add(new Setting { Name = "half", Json = "1" });
                    throw new InvalidOperationException("No luck.");
                }

                return services.GetRequiredService<CurrentActor>().Id;
            });
        }

        var failed = (await RunsAsync(bad)).ShouldHaveSingleItem();
        failed.State.ShouldBe(JobRunState.Failed);
        failed.Error.ShouldBe("InvalidOperationException: No luck.");
        (await bad.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Setting>().CountAsync(row => row.Name == "half"))).ShouldBe(0);
        (await bad.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().CountAsync(entry => entry.Action == "test.half"))).ShouldBe(0);
        var done = (await RunsAsync(good)).ShouldHaveSingleItem();
        done.State.ShouldBe(JobRunState.Succeeded);
        done.Done.ShouldBe("test.job");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Runs_with_nothing_to_do_share_one_entry_and_leave_the_content_version_alone(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var before = await site.RunAsync(services => Task.FromResult(services.GetRequiredService<TenantContext>().Profile.Version));

        for (var i = 0; i < 3; i++) await RunAsync(site, _ => Task.FromResult<string?>(null));

        var run = (await RunsAsync(site)).ShouldHaveSingleItem();
        run.State.ShouldBe(JobRunState.NothingToDo);
        run.Times.ShouldBe(3);
        (await site.RunAsync(services => Task.FromResult(services.GetRequiredService<TenantContext>().Profile.Version))).ShouldBe(before);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_job_is_run_only_by_the_clock_of_the_tenants_time_zone(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind, new TenantSettings { Name = "Warszawa", TimeZone = "Europe/Warsaw", Languages = ["pl"] });

        await RunAsync(site, _ => Task.FromResult<string?>("london"), "Europe/London");
        await RunAsync(site, _ => Task.FromResult<string?>("warsaw"), "Europe/Warsaw");

        (await RunsAsync(site)).ShouldHaveSingleItem().Done.ShouldBe("warsaw");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_long_job_is_shown_as_running_and_one_that_was_cut_off_says_so(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var release = new TaskCompletionSource<string?>();
        var running = RunAsync(site, _ => release.Task);
        await Wait.UntilAsync(async () => (await RunsAsync(site)).Count == 1);
        (await RunsAsync(site))[0].State.ShouldBe(JobRunState.Running);

        // As after a crash: the entry still says that it runs when the job is run again.
        await RunAsync(site, _ => Task.FromResult<string?>("again"));
        (await RunsAsync(site)).Select(run => run.State).ShouldBe([JobRunState.Succeeded, JobRunState.Interrupted]);

        release.SetResult("late");
        await running;
        (await RunsAsync(site)).Select(run => run.Done).ShouldBe(["again", "late"]);
    }

    private static Task<JobRun?> RunAsync(TestSite site, Func<IServiceProvider, Task<string?>> work, string? timeZone = null)
        => site.Host.Services.GetRequiredService<JobRunner>()
            .RunAsync(site.Tenant, new RunRequest("test.job", TimeZone: timeZone), services => new TestJob(() => work(services)), CancellationToken.None);

    private static Task<List<JobRun>> RunsAsync(TestSite site) => site.RunAsync(services
        => services.GetRequiredService<PortalDbContext>().Set<JobRun>().AsNoTracking().Where(run => run.JobId == "test.job").OrderByDescending(run => run.StartedAt).ToListAsync());

    private sealed class TestJob(Func<Task<string?>> work) : TenantJob
    {
        public override string Id => "test.job";

        public override string TextKey => "Job.Trim";

        public override Type Resources => typeof(JobsText);

        public override string Schedule => "0 0 0 1 1 ?";

        public override Task<string?> RunAsync(CancellationToken cancellationToken) => work();
    }
}
