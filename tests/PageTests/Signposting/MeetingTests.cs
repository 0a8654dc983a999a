using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.People;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class MeetingTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_team_plans_when_it_meets(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var list = await site.North.GetAsync("/workspace/meetings");
        list.Text.ShouldContain("No meeting is planned");
        list.Text.ShouldNotContain("South team");
        var form = await site.North.GetAsync($"/workspace/meetings/plan?team={await TeamAsync(site, "North team")}");

        var wrong = await site.North.SubmitAsync(form, "main form", [("At", "two"), ("Every", "60")]);
        wrong.Find("#On-error").TextContent.ShouldContain("still to come");
        wrong.Find("#At-error").TextContent.ShouldContain("14:00");
        wrong.Find("#Every-error").TextContent.ShouldContain("1 to 12");
        wrong.Find("#At").GetAttribute("value").ShouldBe("two");
        var planned = await PlanAsync(site);

        planned.Text.ShouldContain("Every 2 weeks");
        planned.Text.ShouldContain("2 pm");
        (await site.South.GetAsync($"/workspace/meetings/plan?team={await TeamAsync(site, "North team")}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_agenda_fills_itself_and_says_of_each_person_why(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var flagged = await BeginAsync(site, "Flagg");
        var quiet = await BeginAsync(site, "Quietly");
        var missing = await BeginAsync(site, "Missing");
        var risky = await BeginAsync(site, "Riskworth");
        await BeginAsync(site, "Wellman");
        await SetAsync(site, quiet, -60);
        await site.DueAsync(missing, null);
        await site.FillAsync(site.North, risky, "risks", ("Form.Risks.Answer", "some"), ("Form.Risks.Items[0].What", "Falls on stairs"));
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{flagged}/agenda"), "#flag", [("Why", "Two groups said no")]);
        await PlanAsync(site);

        var meeting = await OpenAsync(site);

        Reasons(meeting, "Flagg").ShouldBe(["A worker asked for it"]);
        meeting.Text.ShouldContain("Two groups said no");
        Reasons(meeting, "Quietly").ShouldBe(["Waits longer than meant", "Not reached for weeks"]);
        Reasons(meeting, "Missing").ShouldBe(["No next step"]);
        Reasons(meeting, "Riskworth").ShouldBe(["A new risk"]);
        meeting.Document.QuerySelectorAll(".portal-board__item h3").Select(name => name.TextContent.Trim()).ShouldBe(["Person Flagg", "Person Quietly", "Person Missing", "Person Riskworth"]);
        (await site.RawAsync()).ShouldNotContain("Two groups said no");

        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{flagged}/agenda"), "form[action*='TakeOff']");
        (await OpenAsync(site)).Text.ShouldNotContain("Flagg");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_decided_becomes_the_next_step_and_a_move_and_stays_in_the_record(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = await BeginAsync(site, "Flagg");
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/agenda"), "#flag", [("Why", "Stuck")]);
        await PlanAsync(site);
        var meeting = await OpenAsync(site);
        var talk = await site.North.GetAsync($"{ReferralSite.PathOf(meeting)}/people/{id}");
        talk.Text.ShouldContain("A worker asked for it Stuck");

        var wrong = await site.North.SubmitAsync(talk, "main form", [("To", "support")]);
        wrong.Find("#Decision-error").TextContent.ShouldContain("why the stage changes");
        wrong.Find("#Notes-error").TextContent.ShouldContain("Write what was said");
        meeting = await site.North.SubmitAsync(
            talk, "main form", [("Notes", "She sings quackery"), ("Decision", "Coach takes over"), ("To", "support"), ("Next.Kind", "meet"), ("Next.Worker", site.UserIds["north2"])]);

        meeting.Text.ShouldContain("It is written down");
        meeting.Text.ShouldContain("She sings quackery");
        var row = await site.RowAsync(id);
        (row.Stage, row.NextKind, row.NextWorkerId, row.FlaggedAt).ShouldBe(("support", "meet", site.UserIds["north2"], null));
        (await site.North.GetAsync($"/workspace/people/{id}")).Text.ShouldContain("Moved from Waiting to begin to Being supported Coach takes over");

        (await site.North.SubmitAsync(await EndFormAsync(site, meeting), "#record")).Find("#Present-error").TextContent.ShouldContain("Tick who was there");
        var ended = await site.North.SubmitAsync(await EndFormAsync(site, meeting), "#record", [("Present", site.UserIds["north"]), ("Present", site.UserIds["south"]), ("Notes", "Room 2 is booked")]);

        ended.Text.ShouldContain("This is the record of the meeting");
        ended.Text.ShouldContain("Coach takes over");
        ended.Text.ShouldContain("Room 2 is booked");
        ended.Document.QuerySelectorAll("form#record").ShouldBeEmpty();
        var kept = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<TeamMeeting>().AsNoTracking().OrderBy(other => other.On).ToListAsync());
        kept.Select(other => other.ClosedAt is null).ShouldBe([false, true], "the next one is planned");
        kept[1].On.ShouldBe(kept[0].On.AddDays(14));
        kept[0].Present.ShouldBe([site.UserIds["north"]], "nobody of another team was there");
        (await site.North.GetAsync($"/workspace/meetings/{kept[0].Id}/people/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, "the record stays as it is");
        (await site.RawAsync()).ShouldNotContain("quackery");

        var again = await site.North.SubmitAsync(ended, ".portal-notice form");
        again.Text.ShouldContain("The meeting goes on");
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<TeamMeeting>().CountAsync())).ShouldBe(1, "the one planned after it is gone");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Only_the_team_sees_a_meeting(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = await BeginAsync(site, "Flagg");
        var other = PeopleSite.IdOf(await site.BeginAsync(site.South, "Selma", "South", null));
        await PlanAsync(site);
        var path = ReferralSite.PathOf(await OpenAsync(site));
        var strangers = new[] { site.South, site.Site.Visitor, await site.Site.SignInAsync("EditOwnListings"), await site.Site.SignInAsync("ManageListings", "ViewAudit") };

        foreach (var stranger in strangers)
        {
            foreach (var address in new[] { path, $"{path}/people/{id}", $"/workspace/people/{id}/agenda", $"/workspace/people/{id}/belief" })
                (await stranger.GetAsync(address, followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK, address);
        }

        foreach (var address in new[] { path, path + "?handler=End", $"{path}/people/{id}", $"/workspace/people/{id}/agenda", $"/workspace/people/{id}/agenda?handler=TakeOff", $"/workspace/people/{id}/belief" })
        {
            var form = await site.South.GetAsync($"/workspace/people/{other}/who");
            form.Find("main form").SetAttribute("action", site.Site.Tenant.PathPrefix + address);
            (await site.South.SubmitAsync(form, "main form")).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        // Nor is a person of another team talked about.
        (await site.North.GetAsync($"{path}/people/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var answer = await site.NorthColleague.GetAsync(path);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople");
        (await lead.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Site.RunAsync(services => Task.FromResult(services.GetRequiredService<AuditLog>().Of("meeting", path.Split('/')[^1]).Count(entry => entry.Action == "meeting.viewed")))).ShouldBe(3, "each who looked, once");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_team_with_records_of_its_meetings_is_not_removed(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var manager = await site.Site.SignInAsync("ManageTeams");
        var team = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Portal.Signposting.Domain.Team>().Where(team => team.Name == "South team").Select(team => team.Id).SingleAsync());
        await AddMeetingAsync(site, team, isEnded: false);
        await AddMeetingAsync(site, team, isEnded: true);

        var refused = await manager.SubmitAsync(await manager.GetAsync($"/manage/teams/{team}"), "form[action*='Remove']");

        refused.Find(".nhsuk-error-summary").TextContent.ShouldContain("This team has records of its meetings");
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<TeamMeeting>().CountAsync(meeting => meeting.TeamId == team))).ShouldBe(2);

        // A meeting that is only planned holds nobody back.
        await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<TeamMeeting>().Where(meeting => meeting.ClosedAt != null).ExecuteDeleteAsync());
        (await manager.SubmitAsync(await manager.GetAsync($"/manage/teams/{team}"), "form[action*='Remove']")).Text.ShouldContain("The team is removed.");
    }

    private static Task AddMeetingAsync(PeopleSite site, string teamId, bool isEnded) => site.Site.RunAsync(async services =>
    {
        var (db, now) = (services.GetRequiredService<PortalDbContext>(), TimeProvider.System.GetUtcNow());
        var meeting = new TeamMeeting { Id = Ids.New(TimeProvider.System), TeamId = teamId, On = new DateOnly(2026, 11, 2), At = new TimeOnly(10, 0), EveryWeeks = null };
        if (isEnded) meeting.Close(now);
        db.Add(meeting);
        await db.SaveChangesAsync();
    });

    [DatabaseTheory, EveryDatabase]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        await PlanAsync(site);
        var first = await OpenAsync(site);
        var second = await site.NorthColleague.GetAsync(ReferralSite.PathOf(first));
        await site.North.SubmitAsync(first, "#record", [("Notes", "First words")]);

        var conflict = await site.NorthColleague.SubmitAsync(second, "#record", [("Notes", "Second words")]);

        conflict.Find(".nhsuk-error-summary").TextContent.ShouldContain("Somebody else wrote in this meeting");
        conflict.Find("#Notes").TextContent.ShouldContain("Second words");
        (await site.North.GetAsync(ReferralSite.PathOf(first))).Find("#Notes").TextContent.ShouldContain("First words");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Belief_is_noted_with_care_and_counted_without_names_and_not_in_small_numbers(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        string[] families = ["Ash", "Beech", "Cedar", "Dogwood", "Elm"];
        foreach (var family in families)
        {
            var id = await BeginAsync(site, family);
            var form = await site.North.GetAsync($"/workspace/people/{id}/belief");
            if (family == "Ash")
            {
                (await site.North.SubmitAsync(form, "main form")).Find("#Bears-error").TextContent.ShouldContain("Choose yes or no");
                (await site.North.SubmitAsync(form, "main form", [("Bears", "no"), ("Note", "Fridays")])).Find("#Note-error").TextContent.ShouldContain("Choose yes, or take the note away");
                (await site.North.GetAsync("/workspace/meetings")).Text.ShouldNotContain("Faith or belief");
            }

            (await site.North.GetAsync("/workspace/meetings")).Text.ShouldNotContain("of the");
            await site.North.SubmitAsync(form, "main form", [("Bears", "yes"), ("Note", "Not on quackery Fridays")]);
            if (family == "Ash") (await site.North.GetAsync($"/workspace/people/{id}")).Text.ShouldContain("Not on quackery Fridays");
        }

        (await site.North.GetAsync("/workspace/meetings")).Text.ShouldContain("for 5 of the 5 people");
        (await site.RawAsync()).ShouldNotContain("quackery");

        // Back to no: no word of it is kept.
        var last = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Person>().Select(person => person.Id).FirstAsync());
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{last}/belief"), "main form", [("Bears", "no"), ("Note", "")]);
        (await site.RowAsync(last)).SealedBelief.ShouldBeNull();
        (await site.North.GetAsync("/workspace/meetings")).Text.ShouldContain("is not shown");
    }

    private static async Task<string> BeginAsync(PeopleSite site, string family) => PeopleSite.IdOf(await site.BeginAsync(site.North, "Person", family, null));

    private static Task<string> TeamAsync(PeopleSite site, string name) => site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Team>().Where(team => team.Name == name).Select(team => team.Id).SingleAsync());

    /// <summary>Plans a meeting of the north team for today.</summary>
    private static async Task<Answer> PlanAsync(PeopleSite site)
        => await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/meetings/plan?team={await TeamAsync(site, "North team")}"), "main form", [.. PathwaySite.Typed("On", await site.TodayAsync())]);

    private static async Task<Answer> OpenAsync(PeopleSite site) => await site.North.GetAsync(ReferralSite.PathOf(await site.North.GetAsync("/workspace/meetings"), ".portal-actions a.nhsuk-button"));

    /// <summary>The page of a meeting whose form leads where its second button does.</summary>
    private static async Task<Answer> EndFormAsync(PeopleSite site, Answer meeting)
    {
        var page = await site.North.GetAsync(ReferralSite.PathOf(meeting));
        page.Find("#record").SetAttribute("action", page.Find("#record button[formaction]").GetAttribute("formaction")!);
        return page;
    }

    /// <summary>As if a person had come so many days earlier.</summary>
    private static Task SetAsync(PeopleSite site, string id, int days) => site.Site.RunAsync(services =>
    {
        var then = TimeProvider.System.GetUtcNow().AddDays(days);
        return services.GetRequiredService<PortalDbContext>().Set<Person>().Where(person => person.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.StageSince, then).SetProperty(person => person.WaitingSince, then));
    });

    private static IEnumerable<string> Reasons(Answer meeting, string family)
        => meeting.Document.QuerySelectorAll(".portal-board__item").Single(item => item.TextContent.Contains(family, StringComparison.Ordinal)).QuerySelector(".portal-board__when")!.QuerySelectorAll("span").Select(reason => reason.TextContent.Trim());
}
