using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Jobs.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Jobs;

public sealed class JobPageTests
{
    private const string RunTrim = "form[action*='id=jobs.trim']";

    [DatabaseTheory, EveryDatabase]
    public async Task Only_who_may_manage_jobs_sees_them(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var somebody = await site.SignInAsync();

        (await site.Visitor.GetAsync("/manage/jobs", followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await somebody.GetAsync("/manage/jobs")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await somebody.GetAsync("/manage/jobs/jobs.trim")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_job_can_be_run_now_and_says_what_it_did(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await AddAsync(site, Run("jobs.trim", daysAgo: 40), Run("jobs.trim", daysAgo: 41), Run("jobs.trim", daysAgo: 2));
        var manager = await site.SignInAsync("ManageJobs");

        var page = await manager.SubmitAsync(await manager.GetAsync("/manage/jobs"), RunTrim);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Find(".portal-notice").TextContent.ShouldContain("2 old entries deleted");
        page.Text.ShouldContain("Tidy the list of what ran");
        page.Text.ShouldMatch("(?i)(today|tomorrow), 3:10 am");
        var history = await manager.GetAsync("/manage/jobs/jobs.trim");
        history.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        history.Text.ShouldContain("2 old entries deleted");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_failed_job_says_why_and_can_be_tried_again(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var failed = Run("jobs.trim", daysAgo: 0);
        failed.Fail(new InvalidOperationException("outer", new TimeoutException("The mail server did not answer.")), TimeSpan.FromSeconds(3.2));
        await AddAsync(site, failed);
        var manager = await site.SignInAsync("ManageJobs");

        var page = await manager.GetAsync("/manage/jobs");
        page.Find(".portal-notice--bad").TextContent.ShouldContain("1 job did not go well");
        page.Find("pre").TextContent.ShouldBe("TimeoutException: The mail server did not answer.");
        page.Find(RunTrim + " button").TextContent.ShouldStartWith("Try again");
        page.Text.ShouldContain("3 seconds");

        await manager.SubmitAsync(page, RunTrim);
        var runs = await RunsAsync(site);
        runs.Select(run => (run.State, run.Attempt)).ShouldBe([(JobRunState.NothingToDo, 2), (JobRunState.Failed, 1)]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Runs_of_one_tenant_are_not_shown_to_another(DatabaseKind kind)
    {
        var mine = await TestSite.CreateAsync(kind);
        var other = await TestSite.CreateAsync(kind);
        var manager = await mine.SignInAsync("ManageJobs");
        await manager.SubmitAsync(await manager.GetAsync("/manage/jobs"), RunTrim);

        (await RunsAsync(mine)).Count.ShouldBe(1);
        (await RunsAsync(other)).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_history_is_paged_and_is_not_there_for_unknown_jobs(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await AddAsync(site, [.. Enumerable.Range(0, 30).Select(day => Run("jobs.trim", day))]);
        var manager = await site.SignInAsync("ManageJobs");

        var second = await manager.GetAsync("/ur/manage/jobs/jobs.trim?page=2");
        second.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(5);
        second.Find("a[rel=prev]").GetAttribute("href").ShouldBe("?page=1");
        second.Document.QuerySelector("a[rel=next]").ShouldBeNull();
        (await manager.GetAsync("/manage/jobs/no.such")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static JobRun Run(string jobId, int daysAgo)
    {
        var run = new JobRun { Id = Ids.New(TimeProvider.System), JobId = jobId, StartedAt = TimeProvider.System.GetUtcNow().AddDays(-daysAgo), Attempt = 1 };
        run.Finish("something", TimeSpan.FromSeconds(1));
        return run;
    }

    private static Task AddAsync(TestSite site, params JobRun[] runs) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        db.AddRange(runs);
        await db.SaveChangesAsync();
    });

    private static Task<List<JobRun>> RunsAsync(TestSite site) => site.RunAsync(services
        => services.GetRequiredService<PortalDbContext>().Set<JobRun>().AsNoTracking().OrderByDescending(run => run.StartedAt).ToListAsync());
}
