using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Pathway;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class PathwayTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_contact_is_noted_with_the_step_that_follows_from_it_filled_in(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.FillAsync(site.North, id, "reach", ("Form.Reach.Phone", "07700 900461"), ("Form.Reach.Best", "text"), ("Form.Reach.Avoid", "voicemail"));
        var today = await site.TodayAsync();

        var asked = await site.North.GetAsync($"/workspace/people/{id}/contact?back=%3Fof%3DTeam");
        asked.Text.ShouldContain("Do not leave a voice message");
        var form = await site.North.GetAsync($"/workspace/people/{id}/contact{asked.Find(".portal-picks a[href*='no-answer']").GetAttribute("href")}");
        form.Find("#Next-Kind option[selected]").TextContent.ShouldBe("Get in touch");
        form.Find("#How option[selected]").TextContent.ShouldBe("By text message");
        var tried = (await site.WorkingDaysAsync()).After(today, 3);
        form.Find("#Next-On").GetAttribute("value").ShouldBe(tried.Day.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var board = await site.North.SubmitAsync(form, "main form[method=post]", [("Note", "Rang twice, quackery")]);

        board.Address.PathAndQuery.ShouldEndWith("/workspace?of=Team");
        board.Text.ShouldContain("The contact is noted.");
        await site.LogAsync(site.North, id, "reached");
        var person = await site.RowAsync(id);
        person.FirstReachedOn.ShouldBe(today);
        person.NextKind.ShouldBe(NextStep.Meet);
        (await site.EntriesAsync(id)).Select(entry => entry.Result).ShouldBe(["no-answer", "reached"]);
        var page = await site.North.GetAsync($"/workspace/people/{id}");
        page.Text.ShouldContain("By text message: No answer Rang twice, quackery");
        page.Text.ShouldContain("after 0 days");
        (await site.RawAsync()).ShouldNotContain("quackery");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_with_mistakes_comes_back_as_it_was_typed(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var today = await site.TodayAsync();

        var form = await site.LogAsync(site.North, id, "no-answer", [("Note", "At work until six"), .. PathwaySite.Typed("On", today.AddDays(1)), .. PathwaySite.Typed("Next.On", today.AddDays(-1))]);

        form.Find("#On-error").TextContent.ShouldContain("still to come");
        form.Find("#Next-On-error").TextContent.ShouldContain("has gone by");
        form.Find("#Note").TextContent.ShouldContain("At work until six");
        (await site.EntriesAsync(id)).ShouldBeEmpty();
        (await site.LogAsync(site.North, id, "no-answer", ("Next.Worker", site.UserIds["south"]))).Find("#Next-Worker-error").TextContent.ShouldContain("Choose who does it");
        (await site.LogAsync(site.North, id, "no-answer", ("Next.On.Day", "31"), ("Next.On.Month", "2"))).Find("#Next-On-error").TextContent.ShouldContain("Check the date");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_workers_do_not_undo_each_others_next_step(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var second = await site.NorthColleague.GetAsync($"/workspace/people/{id}/next");
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/next"), "main form", [("Next.Kind", "plan"), ("Next.Note", "Bring the map")]);

        var conflict = await site.NorthColleague.SubmitAsync(second, "main form", [("Next.Kind", "review")]);

        conflict.Find(".nhsuk-error-summary").TextContent.ShouldContain("Somebody else changed what is next");
        conflict.Text.ShouldContain("So far: Make the plan together");
        conflict.Text.ShouldContain("Bring the map");
        conflict.Find("#Next-Kind option[selected]").TextContent.ShouldBe("Ask how it is going", "what was typed is kept");
        (await site.RowAsync(id)).NextKind.ShouldBe("plan");
        await site.NorthColleague.SubmitAsync(conflict, "main form");
        (await site.RowAsync(id)).NextKind.ShouldBe("review");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_move_is_made_for_a_reason_and_kept(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var form = await site.North.GetAsync($"/workspace/people/{id}/move");
        form.Text.ShouldContain("Now in the stage: Waiting to begin");
        form.Find("input[name=To][checked]").GetAttribute("value").ShouldBe("support", "mostly it is the one that comes after");

        (await site.North.SubmitAsync(form, "main form")).Find("#Why-error").TextContent.ShouldContain("Write why");
        (await site.North.SubmitAsync(form, "main form", [("To", "waiting"), ("Why", "x")])).Find("#To-error").TextContent.ShouldContain("Choose the stage");
        var person = await site.North.SubmitAsync(form, "main form", [("Why", "Said yes to quackery")]);

        person.Text.ShouldContain("Being supported, since today");
        person.Text.ShouldContain("Moved from Waiting to begin to Being supported Said yes to quackery");
        (await site.EntriesAsync(id)).Select(entry => (entry.From, entry.To)).ShouldBe([("waiting", "support")]);
        (await site.RawAsync()).ShouldNotContain("quackery");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_break_takes_out_of_late_but_not_out_of_sight_and_ends_by_itself(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var today = await site.TodayAsync();
        await site.DueAsync(id, today.AddDays(-3));
        (await site.North.GetAsync("/workspace?due=Late")).Text.ShouldContain("Quibbledorf");

        var form = await site.North.GetAsync($"/workspace/people/{id}/pause");
        (await site.North.SubmitAsync(form, "#pause", [.. PathwaySite.Typed("Until", today)])).Find("#Until-error").TextContent.ShouldContain("still to come");
        await site.North.SubmitAsync(form, "#pause", [("By", "person"), .. PathwaySite.Typed("Until", today.AddDays(20))]);

        (await site.North.GetAsync("/workspace?due=Late")).Text.ShouldNotContain("Quibbledorf");
        (await site.North.GetAsync("/workspace")).Text.ShouldContain("Break until");
        var row = await site.RowAsync(id);
        (row.NextOn, row.NextKind).ShouldBe((today.AddDays(20), NextStep.Contact), "on the day somebody gets in touch");
        PortalBoardDue(row, today.AddDays(19)).ShouldBe(Due.Paused);
        PortalBoardDue(row, today.AddDays(20)).ShouldBe(Due.Today);

        var ended = await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/pause"), "form[action*='End']");
        ended.Text.ShouldContain("The break is over");
        (await site.RowAsync(id)).PausedUntil.ShouldBeNull();
        (await site.North.GetAsync("/workspace?due=Today")).Text.ShouldContain("Quibbledorf");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Care_ends_for_a_reason_and_is_taken_up_again_with_a_next_step(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        var form = await site.North.GetAsync($"/workspace/people/{id}/close");

        (await site.North.SubmitAsync(form, "main form")).Find("#Reason-error").TextContent.ShouldContain("Choose why");
        var list = await site.North.SubmitAsync(form, "main form", [("Reason", "not-reached"), ("Note", "Four calls, two letters")]);

        var row = await site.RowAsync(id);
        (row.ClosedFor, row.NextOn).ShouldBe(("not-reached", null));
        (await site.North.GetAsync("/workspace")).Text.ShouldNotContain("Quibbledorf");
        (await site.North.GetAsync($"/workspace/people/{id}")).Text.ShouldContain("Support ended: We could not reach them Four calls, two letters");
        foreach (var page in new[] { "contact", "next", "move", "pause" }) (await site.North.GetAsync($"/workspace/people/{id}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);

        await site.North.SubmitAsync(list, ".portal-notice form");
        row = await site.RowAsync(id);
        row.ClosedFor.ShouldBeNull();
        row.NextOn.ShouldBe((await site.WorkingDaysAsync()).After(await site.TodayAsync(), 5));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_audit_trail_has_codes_and_dates_and_no_words(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var id = PeopleSite.IdOf(await site.BeginAsync(site.North));
        await site.LogAsync(site.North, id, "message", ("Note", "quackery"), ("Next.Note", "quackery"));
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/people/{id}/move"), "main form", [("Why", "quackery")]);

        var entries = await site.Site.RunAsync(services => Task.FromResult(services.GetRequiredService<AuditLog>().Of("person", id).ToList()));

        entries.Select(entry => entry.Action).Where(action => action.StartsWith("path.", StringComparison.Ordinal)).ShouldBe(["path.moved", "path.contact"]);
        entries.Single(entry => entry.Action == "path.contact").After!.ShouldContain("message");
        entries.ShouldAllBe(entry => !$"{entry.Before}{entry.After}{entry.Why}".Contains("quackery"));
        (await site.North.GetAsync($"/workspace/people/{id}/history")).Text.ShouldContain("noted a contact");
    }

    private static Due PortalBoardDue(Portal.Signposting.Domain.People.Person row, DateOnly today) => Portal.Signposting.Services.Pathway.PathwayBoard.DueOf(row.NextOn, row.PausedUntil, today);
}
