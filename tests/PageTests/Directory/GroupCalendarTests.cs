using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Jobs;
using Portal.Directory.Services.OwnCalendars;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class GroupCalendarTests
{
    private const string Section = ShipleySingers.Edit + "/calendar";

    [DatabaseTheory, EveryDatabase]
    public async Task The_dates_of_a_group_come_from_its_own_calendar_and_from_its_page_again_when_it_is_taken_away(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var day = await DayAsync(site, 3);
        var address = server.Put(OtherSite.Calendar(Weekly(day, "19:00")));

        var refused = await joan.SubmitAsync(await joan.GetAsync(Section), "main form", [("Address", "our calendar")]);
        refused.Text.ShouldContain("That is no web address.");
        var read = await joan.SubmitAsync(refused, "main form", [("Address", address)]);

        read.Text.ShouldContain("We read your calendar.");
        (await FirstDateAsync(site)).ShouldBe(Iso(day));
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("These dates come from the group’s own calendar.");
        (await site.NewVisitor().GetAsync("/groups?when=this-week&time=evening")).Text.ShouldContain("Shipley Singers");
        (await site.Visitor.GetAsync(ShipleySingers.Page + "/calendar.ics")).Body.ShouldContain($"DTSTART;TZID=Europe/London:{day:yyyyMMdd}T190000");
        (await joan.SubmitAsync(await joan.GetAsync(Section), "form[action*=Remove]")).Text.ShouldContain("We no longer read your calendar.");
        (await FirstDateAsync(site)).ShouldBe(Iso(await NextTuesdayAsync(site)));
        (await site.NewVisitor().GetAsync("/groups?when=this-week&time=evening")).Document.QuerySelectorAll(".portal-card").ShouldAllBe(card => card.Closest(".portal-widened") != null);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task When_it_breaks_the_last_good_dates_stay_and_the_group_is_told_in_plain_words(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var day = await DayAsync(site, 3);
        var address = server.Put(OtherSite.Calendar(Weekly(day, "19:00")));
        await joan.SubmitAsync(await joan.GetAsync(Section), "main form", [("Address", address)]);

        foreach (var (answer, words) in new (RequestDelegate, string)[]
        {
            (OtherSite.Calendar("<!doctype html><p>Sign in"), "What is at that address is no calendar."),
            (OtherSite.Calendar(Weekly(day, "19:00")[..90]), "the file ends in the middle"),
            (http => Status(http, 404), "There is nothing at that address any more."),
            (http => Status(http, 403), "It is not public."),
            (http => Status(http, 500), "answers with an error"),
            (OtherSite.Calendar(new string('x', 3 * 1024 * 1024)), "It is too large for us."),
            (http => { http.Response.Redirect(address); return Task.CompletedTask; }, "from one place to the next without end"),
        })
        {
            server.Change(address, answer);
            (await joan.SubmitAsync(await joan.GetAsync(Section), "form[action*=Try]")).Text.ShouldContain(words);
            (await FirstDateAsync(site)).ShouldBe(Iso(day));
        }

        (await joan.GetAsync(ShipleySingers.Edit)).Text.ShouldContain("We could not read your calendar.");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldNotContain("could not read");
        server.Change(address, OtherSite.Calendar(Weekly(day.AddDays(1), "19:00")));
        (await joan.SubmitAsync(await joan.GetAsync(Section), "form[action*=Try]")).Text.ShouldNotContain("We could not read");
        (await FirstDateAsync(site)).ShouldBe(Iso(day.AddDays(1)));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_job_asks_only_when_it_is_time_and_only_for_what_is_new(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var asked = new List<string>();
        var day = await DayAsync(site, 3);
        var address = server.Put(OtherSite.Calendar(Weekly(day, "19:00"), request => asked.Add(request.Headers.IfNoneMatch.ToString())));
        await site.RunAsync(services => services.GetRequiredService<GroupCalendars>().SetAsync(ShipleySingers.Id, address, default));
        asked.ShouldBe([""]);

        (await RunJobAsync(site)).ShouldBeNull();
        var version = await VersionAsync(site);
        await DueAsync(site);
        (await RunJobAsync(site)).ShouldBe("1");
        asked.Count.ShouldBe(2);
        asked[1].ShouldNotBeEmpty();
        (await VersionAsync(site)).ShouldBe(version, "nothing that pages show has changed");

        server.Change(address, OtherSite.Calendar(Weekly(day.AddDays(1), "18:00")));
        await DueAsync(site);
        await RunJobAsync(site);
        (await FirstDateAsync(site)).ShouldBe(Iso(day.AddDays(1)));
        (await site.RunAsync(services => services.GetRequiredService<AuditLog>().FindBreakAsync())).ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nobody_is_led_into_the_local_network(DatabaseKind kind)
    {
        // The shared host allows nothing on this machine.
        var site = await ShipleySingers.OpenAsync(kind);
        var server = await OtherSite.GetAsync();
        var joan = await site.SignInAsJoanAsync();
        var asked = 0;
        var address = server.Put(OtherSite.Calendar("BEGIN:VCALENDAR\nEND:VCALENDAR", _ => asked++));
        var port = server.Address.Port.ToString(CultureInfo.InvariantCulture);

        foreach (var inside in new[] { address, address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), $"http://[::ffff:127.0.0.1]:{port}/1.ics", $"http://2130706433:{port}/1.ics", "http://169.254.169.254/latest/meta-data", "http://[::1]/" })
            (await joan.SubmitAsync(await joan.GetAsync(Section), "main form", [("Address", inside)])).Text.ShouldContain("leads into a private network", customMessage: inside);
        asked.ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_redirect_into_the_local_network_is_not_followed(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var asked = 0;
        var inside = server.Put(OtherSite.Calendar("BEGIN:VCALENDAR\nEND:VCALENDAR", _ => asked++)).Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var http = site.Host.Services.GetRequiredService<OutboundHttp>();

        foreach (var (target, result) in new[] { (inside, OutboundResult.PrivateAddress), ("file:///etc/passwd", OutboundResult.BadAddress), ("ftp://example.org/", OutboundResult.BadAddress), ("http://user:secret@example.org/", OutboundResult.BadAddress) })
        {
            var outside = server.Put(context => { context.Response.Redirect(target); return Task.CompletedTask; });
            (await http.GetAsync(new OutboundRequest { Address = new Uri(outside) }, default)).Result.ShouldBe(result, target);
        }

        asked.ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_who_name_a_calendar_at_the_same_time_see_each_other_s(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var form = await joan.GetAsync(Section);
        var mine = server.Put(OtherSite.Calendar("BEGIN:VCALENDAR\nEND:VCALENDAR"));
        await joan.SubmitAsync(await joan.GetAsync(Section), "main form", [("Address", server.Put(OtherSite.Calendar(Weekly(await DayAsync(site, 3), "19:00"))))]);

        var told = await joan.SubmitAsync(form, "main form", [("Address", mine)]);

        told.Text.ShouldContain("Somebody else just changed the address");
        (await joan.SubmitAsync(told, "main form")).Find("[name=Address]").GetAttribute("value").ShouldBe(mine);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Several_groups_come_as_one_calendar(DatabaseKind kind)
    {
        var visitor = (await BradfordSite.ToLookAtAsync(kind)).Visitor;
        var slugs = (await visitor.GetAsync("/groups?q=walking")).Document.QuerySelectorAll(".portal-card__title a").Select(link => link.GetAttribute("href")!.Split('/')[^1]).Take(3).ToList();

        var file = await visitor.GetAsync("/groups/calendar.ics?" + string.Join('&', slugs.Select(slug => "id=" + slug)));

        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        slugs.ShouldAllBe(slug => file.Body.Replace("\r\n ", "", StringComparison.Ordinal).Contains($"/groups/{slug}\r\n", StringComparison.Ordinal));
        (await visitor.GetAsync("/kept/calendar.ics?id=" + string.Join(',', slugs))).Body.Split("BEGIN:VEVENT").Length.ShouldBe(file.Body.Split("BEGIN:VEVENT").Length);
        (await visitor.GetAsync("/groups/calendar.ics")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await visitor.GetAsync("/groups/calendar.ics?id=nobody")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static async Task<(OtherSite Server, TestSite Site)> OpenAsync(DatabaseKind kind)
        => (await OtherSite.GetAsync(), await ShipleySingers.OpenAsync(await OtherSite.HostAsync(kind)));

    private static async Task<string?> FirstDateAsync(TestSite site)
        => (await site.NewVisitor().GetAsync(ShipleySingers.Page)).Document.QuerySelector(".portal-next-dates time")?.GetAttribute("datetime");

    private static Task<string?> RunJobAsync(TestSite site)
        => site.RunAsync(services => services.GetServices<TenantJob>().OfType<ReadGroupCalendars>().Single().RunAsync(default));

    /// <summary>Makes the time come at which the calendar is read again.</summary>
    private static Task DueAsync(TestSite site) => site.RunAsync(services => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ExecuteUpdateAsync(
        services.GetRequiredService<PortalDbContext>().Set<Portal.Directory.Domain.GroupCalendar>(), row => row.SetProperty(calendar => calendar.NextTryAt, DateTimeOffset.UnixEpoch)));

    private static Task<long> VersionAsync(TestSite site) => site.RunAsync(services => Task.FromResult(services.GetRequiredService<Portal.Platform.Tenants.TenantContext>().Profile.Version));

    private static Task<DateOnly> DayAsync(TestSite site, int ahead) => site.RunAsync(services => Task.FromResult(services.GetRequiredService<DateWords>().Today.AddDays(ahead)));

    private static async Task<DateOnly> NextTuesdayAsync(TestSite site)
        => await site.RunAsync(services => Task.FromResult(Portal.Directory.Domain.Recurrence.NextDates(
            [new Portal.Directory.Domain.Schedule { Frequency = Portal.Directory.Domain.Frequency.Weekly, ByDay = ["TU"], Start = new TimeOnly(10, 0), End = new TimeOnly(11, 30) }],
            services.GetRequiredService<DateWords>().Now, 1)[0].Date));

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static string Weekly(DateOnly first, string time)
        => $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:singing@example.org\r\nDTSTART;TZID=GMT Standard Time:{first.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}T{time.Replace(":", "", StringComparison.Ordinal)}00\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Singing\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
