using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>Visits are counted without knowing visitors.</summary>
public sealed class InsightTests
{
    private const string Browser = "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_counts_each_time_it_is_sent_from_the_cache_too_and_programs_and_those_signed_in_do_not(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var person = Person(site);
        var first = await person.GetAsync(ShipleySingers.Page);
        (await person.GetAsync(ShipleySingers.Page)).Response.Headers.ETag.ShouldBe(first.Response.Headers.ETag);
        (await person.GetAsync("/pl" + ShipleySingers.Page)).Status.ShouldBe(HttpStatusCode.OK);
        person.Client.DefaultRequestHeaders.IfNoneMatch.Add(first.Response.Headers.ETag!);
        (await person.GetAsync(ShipleySingers.Page)).Status.ShouldBe(HttpStatusCode.NotModified);

        var robot = site.NewVisitor();
        robot.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (compatible; ExampleBot/2.1; +http://example.org/bot)");
        await robot.GetAsync(ShipleySingers.Page);
        await site.Visitor.GetAsync(ShipleySingers.Page);
        var joan = await site.SignInAsJoanAsync();
        joan.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        await joan.GetAsync(ShipleySingers.Page);

        await WriteAsync(site);
        (await CountsAsync(site, 4)).ShouldBe([("view", 4)]);
        (await joan.GetAsync("/my-groups")).Text.ShouldContain("Looked at 4 times in the last four weeks.");
        (await joan.GetAsync("/my-groups/shipley-singers/visits")).Text.ShouldContain("Looked at 4 times");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Contacts_that_are_opened_are_told_by_the_page_itself_and_by_nobody_else(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var person = Person(site);
        (await person.GetAsync(ShipleySingers.Page)).Find("[data-tap=phone]").Closest("[data-module=taps]")!.GetAttribute("data-address").ShouldEndWith("/groups/shipley-singers/opened/");
        (await OpenedAsync(person, "phone")).ShouldBe(HttpStatusCode.BadRequest);
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        (await OpenedAsync(person, "phone")).ShouldBe(HttpStatusCode.NoContent);
        (await OpenedAsync(person, "telepathy")).ShouldBe(HttpStatusCode.NotFound);
        (await person.Client.PostAsync("groups/no-such-group/opened/phone", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await person.GetAsync(ShipleySingers.Page + "/calendar.ics");

        await WriteAsync(site);
        (await CountsAsync(site, 3)).ShouldBe([("calendar", 1), ("phone", 1), ("view", 1)]);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < OpenedLimit.MostAMinute + 1; i++) statuses.Add(await OpenedAsync(person, "phone"));
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Words_that_found_nothing_are_shown_once_they_came_on_three_days_and_needs_at_once(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var person = Person(site);
        await person.GetAsync("/groups?q=Zither%20%20circle&near=BD18%203EL");
        await person.GetAsync("/groups?q=zither+circle&near=BD18%203EL");
        await person.GetAsync("/groups?q=nobody%40example.org");
        await person.GetAsync("/groups?q=01632960123");
        await WriteAsync(site);

        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<VainSearch>().Select(search => search.Words).ToListAsync())).ShouldBe(["zither circle"]);
        var moderator = await site.SignInAsModeratorAsync();
        var table = await moderator.GetAsync("/manage/insight");
        table.Text.ShouldNotContain("zither");
        table.Text.ShouldContain("BD18");

        var today = await site.RunAsync(services => Task.FromResult(services.GetRequiredService<DateWords>().Today));
        await site.RunAsync(services => services.GetRequiredService<VisitBook>().WriteAsync(
            [.. new[] { 1, 2 }.Select(days => new CountedVisit(today.AddDays(-days), new Shown(Insight.Words, "zither circle"), 1))], default));
        (await moderator.GetAsync("/manage/insight")).Text.ShouldContain("zither circle");
        (await moderator.GetAsync("/manage/insight?handler=csv&table=words")).Body.ShouldContain("zither circle,4,3,");
        (await moderator.GetAsync("/manage/insight?handler=csv&table=needs")).Body.ShouldContain("Any kind,BD18,2");
        (await (await site.SignInAsJoanAsync()).GetAsync("/manage/insight")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_cannot_be_written_down_now_is_written_later_and_numbers_add_up(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var person = Person(site);
        await person.GetAsync(ShipleySingers.Page);
        await WriteAsync(site);
        await person.GetAsync(ShipleySingers.Page);
        await person.GetAsync(ShipleySingers.Page);
        await WriteAsync(site);
        await WriteAsync(site);
        (await CountsAsync(site, 3)).ShouldBe([("view", 3)]);
        var weeks = await site.RunAsync(services => services.GetRequiredService<InsightReader>().WeeksAsync(ShipleySingers.Id, default));
        (weeks.Count, weeks[0].Views, weeks[1].Views, weeks[0].Week.DayOfWeek).ShouldBe((InsightReader.Weeks, 3, 0, DayOfWeek.Monday));
    }

    private static Visitor Person(TestSite site)
    {
        var visitor = site.NewVisitor();
        visitor.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
        return visitor;
    }

    private static async Task<HttpStatusCode> OpenedAsync(Visitor visitor, string way) => (await visitor.Client.PostAsync($"groups/{ShipleySingers.Slug}/opened/{way}", null)).StatusCode;

    private static Task WriteAsync(TestSite site) => site.Host.Services.GetRequiredService<VisitWriter>().WriteAsync(default);

    /// <summary>What was counted, once it is so many: a page is counted when it has been sent, and the visitor has it before that.</summary>
    private static async Task<List<(string Kind, int Count)>> CountsAsync(TestSite site, int expected)
    {
        var counts = new List<(string Kind, int Count)>();
        await Wait.UntilAsync(async () =>
        {
            await WriteAsync(site);
            counts = await ReadCountsAsync(site);
            return counts.Sum(count => count.Count) >= expected;
        });
        return counts;
    }

    private static async Task<List<(string Kind, int Count)>> ReadCountsAsync(TestSite site)
        => (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<VisitCount>().AsNoTracking().OrderBy(count => count.Kind).ToListAsync())).ConvertAll(count => (count.Kind, count.Count));
}
