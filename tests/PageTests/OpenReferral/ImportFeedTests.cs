using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.OpenReferral.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Jobs;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

public sealed class ImportFeedTests
{
    private const string Tea = """{"id":"tea","name":"Tea and chat","description":"Tea.","phones":[{"number":"01632 960123"}]}""";
    private const string Choir = """{"id":"choir","name":"Choir","description":"Songs.","phones":[{"number":"01632 960124"}]}""";

    [DatabaseTheory, EveryDatabase]
    public async Task All_pages_are_fetched_and_a_site_that_is_busy_is_asked_again(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(await OtherSite.HostAsync(kind));
        var server = await OtherSite.GetAsync();
        var asked = new List<string>();
        var address = server.Put(async http =>
        {
            asked.Add(http.Request.QueryString.Value!);
            if (asked.Count == 1) (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "0");
            else await http.Response.WriteAsync(http.Request.Query["page"] == "2" ? Page(2, 2, Choir) : Page(1, 2, Tea));
        });

        var outcome = await FetchAsync(site, address);

        outcome.Problems.ShouldBeEmpty();
        outcome.Added.ShouldBe(2);
        asked.ShouldBe(["", "", "?page=2"]);
        (await site.ListingsAsync()).Select(listing => listing.Source.Title).ShouldBe(["Choir", "Tea and chat"], ignoreOrder: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Each_service_is_asked_for_where_the_list_has_only_names(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(await OtherSite.HostAsync(kind));
        var server = await OtherSite.GetAsync();
        var address = server.Put(http => http.Response.WriteAsync("""{"page_number":1,"total_pages":1,"contents":[{"id":"tea","name":"Tea and chat"}]}"""), "/services");
        server.Change(address + "/tea", http => http.Response.WriteAsync(Tea));

        (await FetchAsync(site, address)).Added.ShouldBe(1);

        (await site.ListingAsync("Tea and chat")).ContactPhone.ShouldBe("01632 960123");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_calendar_of_a_hall_becomes_groups_with_their_next_dates(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(await OtherSite.HostAsync(kind));
        var server = await OtherSite.GetAsync();
        var address = server.Put(OtherSite.Calendar("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260901T100000\nRRULE:FREQ=WEEKLY\nSUMMARY:Tea and chat\nLOCATION:Town Hall\\, Shipley BD18 3EJ\nCONTACT:01632 960123\nEND:VEVENT\nEND:VCALENDAR\n"));

        var outcome = await FetchAsync(site, address);

        (outcome.Added, outcome.Problems.Count).ShouldBe((1, 0));
        (await FetchAsync(site, address)).Unchanged.ShouldBe(1);
        var tea = await site.ListingAsync("Tea and chat");
        (tea.ContactPhone, tea.Schedules.Count).ShouldBe(("01632 960123", 1));
        (await site.Visitor.GetAsync("/groups/" + tea.Slug)).Text.ShouldContain("Tuesday 10");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_feed_that_breaks_waits_in_the_moderators_queue_until_somebody_has_seen_to_it(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(await OtherSite.HostAsync(kind));
        var server = await OtherSite.GetAsync();
        var address = server.Put(http => http.Response.WriteAsync(Page(1, 1, Tea)));
        await FetchAsync(site, address);
        server.Change(address, http =>
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        (await FetchAsync(site, address)).Problems.ShouldHaveSingleItem().ShouldContain("answers with error 404");
        (await site.ListingAsync("Tea and chat")).Published.ShouldBeTrue();

        var editor = await site.SignInAsync("ManageImports", "ModerateListings");
        var queue = await editor.GetAsync("/manage/moderation?kind=feed");
        queue.Text.ShouldContain("answers with error 404");
        (await editor.GetAsync("/manage/" + queue.Find("tbody th a").GetAttribute("href")!.Split("/manage/", 2)[1])).Text.ShouldContain("answers with error 404");
        (await (await site.SignInAsync("ModerateListings")).GetAsync("/manage/moderation")).Text.ShouldNotContain("answers with error 404");

        // It is whole again, and what it says now waits to be looked at.
        server.Change(address, http => http.Response.WriteAsync(Page(1, 1, Tea, Choir)));
        var source = (await site.LastRunAsync()).SourceId;
        await editor.SubmitAsync(await editor.GetAsync($"/manage/imports/{source}"), "form[action*='handler=Again']");
        var run = await site.RestAsync();
        run.State.ShouldBe(RunState.Review);
        (await editor.GetAsync("/manage/moderation?kind=feed")).Text.ShouldContain("Waits for you");
        await editor.SubmitAsync(await editor.GetAsync($"/manage/imports/runs/{run.Id}"), "form[action*='handler=Apply']");
        await site.RestAsync();
        (await editor.GetAsync("/manage/moderation?kind=feed")).Document.QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_feed_is_fetched_by_itself_but_not_from_under_those_who_look_at_it(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(await OtherSite.HostAsync(kind));
        var server = await OtherSite.GetAsync();
        var address = server.Put(http => http.Response.WriteAsync(Page(1, 1, Tea)));
        await FetchAsync(site, address);
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ImportSource>().ExecuteUpdateAsync(set => set.SetProperty(source => source.Rhythm, Rhythm.Daily)));
        server.Change(address, http => http.Response.WriteAsync(Page(1, 1, Tea, Choir)));

        (await RunsAfterDaysAsync(site, 0)).ShouldBe([RunState.Done]);
        (await RunsAfterDaysAsync(site, 2)).ShouldBe([RunState.Done, RunState.Review]);
        (await RunsAfterDaysAsync(site, 2)).ShouldBe([RunState.Done, RunState.Review]);
        (await RunsAfterDaysAsync(site, 8)).ShouldBe([RunState.Done, RunState.Dropped, RunState.Review]);
    }

    /// <summary>The states of all runs, the oldest first, when the job has run and the last of them began so long ago.</summary>
    private static async Task<IReadOnlyList<RunState>> RunsAfterDaysAsync(TestSite site, int days)
    {
        var last = await site.LastRunAsync();
        var then = last.StartedAt.AddDays(-days);
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ImportRun>().Where(run => run.Id == last.Id).ExecuteUpdateAsync(set => set.SetProperty(run => run.StartedAt, then)));
        await site.RunAsync(services => services.GetServices<TenantJob>().OfType<ContinueImports>().Single().RunAsync(default));
        await site.RestAsync();
        return await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ImportRun>().OrderBy(run => run.Id).Select(run => run.State).ToListAsync());
    }

    private static string Page(int number, int of, params IReadOnlyList<string> services)
        => string.Create(CultureInfo.InvariantCulture, $$"""{"page_number":{{number}},"total_pages":{{of}},"contents":[{{string.Join(',', services)}}]}""");

    private static Task<ImportOutcome> FetchAsync(TestSite site, string address)
        => site.RunAsync(services => services.GetRequiredService<IImports>().RunAsync(new ImportRequest { IsSheet = false, From = address, SourceName = "Neighbours" }, new Progress<ImportProgress>(), default));
}
