using System.Net;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>Reviews that are due, how steps went, and what helped before.</summary>
public sealed class FollowUpTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_review_stands_on_the_list_on_its_day_and_leaves_it_when_it_is_noted_how_it_went(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var (id, step) = await StartAsync(site);
        await ReviewAsync(site, id, step, "2026-11-01");
        var other = PlanSite.IdOf(await site.StartAsync("Beata"));
        await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{other}/agreed"), "main form", [("Texts[review]", "2099-01-01")]);

        var board = await site.Worker.GetAsync("/workspace");
        board.Find("#reviews").TextContent.ShouldContain("Rukhsana");
        board.Find("#reviews").TextContent.ShouldContain("Talk about 1 step");
        board.Find("#reviews").TextContent.ShouldNotContain("Beata");
        (await (await site.Site.SignInAsync("UseWorkspace")).GetAsync("/workspace")).Document.QuerySelector("#reviews").ShouldBeNull();

        var noted = await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}/steps/{step}/follow-up"), "main form", [("Attended", "yes"), ("DidHelp", "ALot"), ("Words", "I sang all the way home.")]);
        noted.Text.ShouldContain("They did. It helped a lot. I sang all the way home.");
        (await site.Worker.GetAsync("/workspace")).Document.QuerySelector("#reviews").ShouldBeNull();

        // Taken back, it is as it was before, without the review.
        noted = await site.Worker.SubmitAsync(noted, ".portal-notice form");
        noted.Text.ShouldContain("Nothing noted yet.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_the_person_said_on_the_plan_is_filled_in(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var (id, step) = await StartAsync(site);
        var link = "/en/p/" + await site.ShareAsync(id);
        var person = site.Site.NewVisitor();
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await person.SubmitAsync(await person.GetAsync(link), "form[action*='handler=Say']", [("kind", "RatherNot")]);

        var form = await site.Worker.GetAsync($"/workspace/plans/{id}/steps/{step}/follow-up");

        form.Find("[name=Attended][value=no]").HasAttribute("checked").ShouldBeTrue();
        form.Find("[name=Reason] option[selected]").GetAttribute("value").ShouldBe("not-for-me");
        (await site.Worker.GetAsync($"/workspace/plans/{id}/follow-up")).Text.ShouldContain("I would rather not");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task After_a_setback_the_own_plan_says_what_helped_before_also_to_the_person(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var (id, step) = await StartAsync(site);
        await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}"), "#plan-form", [("Texts[strengths]", "My sister rings on Sundays."), ("NewGoal", "Sing")]);
        await NoteAsync(site, id, step, ("Attended", "yes"), ("DidHelp", "ALittle"));
        (await site.Worker.GetAsync($"/workspace/plans/{id}/follow-up")).Document.QuerySelector("#before").ShouldBeNull();

        var setback = await NoteAsync(site, id, step, ("Attended", "no"), ("Reason", "unwell"));

        setback.Text.ShouldContain("They did not: not well enough.");
        setback.Find("#before").TextContent.ShouldContain("My sister rings on Sundays.");
        setback.Find("#before").TextContent.ShouldContain("Shipley Singers");
        var sheet = await site.Site.Visitor.GetAsync("/p/" + await site.ShareAsync(id));
        sheet.Text.ShouldContain("On a hard day");
        sheet.Text.ShouldContain("This has helped me: Shipley Singers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_without_an_answer_comes_back_as_it_was_typed(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var (id, step) = await StartAsync(site);

        var rejected = await NoteAsync(site, id, step, ("Words", "Keep this"), ("Review", "2020-01-01"), ("Reason", "witchcraft"));

        rejected.Text.ShouldContain("Say whether they went, or whether it helped.");
        rejected.Text.ShouldContain("Choose today or a later day.");
        rejected.Text.ShouldContain("Choose one of the reasons.");
        rejected.Find("textarea").TextContent.ShouldContain("Keep this");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Another_worker_finds_no_such_page_and_the_database_does_not_tell_what_was_said(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var plan = await site.North.SubmitAsync(await site.North.SubmitAsync(await site.BeginAsync(site.North), "form[action*='handler=Plan']"), "#plan-form", [("OwnStep", "Walk")]);
        var (id, step) = (PeopleSite.IdOf(plan), plan.Find(".portal-step a[href*='/steps/']").GetAttribute("href")!.Split('/')[^1]);
        var noted = await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/plans/{id}/steps/{step}/follow-up"), "main form", [("Attended", "no"), ("Words", "Wimblethorpe")]);
        noted.Text.ShouldContain("Wimblethorpe");

        foreach (var page in new[] { "/follow-up", $"/steps/{step}/follow-up", "/closing", "/letters/x" }) (await site.South.GetAsync($"/workspace/plans/{id}{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        var taken = noted.Find("form[action*='TakeBack']").GetAttribute("action")!;
        var own = await site.South.SubmitAsync(await site.BeginAsync(site.South, "Other", "Person", null), "form[action*='handler=Plan']");
        foreach (var address in new[] { $"{site.Site.Tenant.PathPrefix}/workspace/plans/{id}/steps/{step}/follow-up", taken, $"{site.Site.Tenant.PathPrefix}/workspace/plans/{id}/closing?handler=Send" })
        {
            own.Find("#plan-form").SetAttribute("action", address);
            (await site.South.SubmitAsync(own, "#plan-form", [("Attended", "yes"), ("Ways", "print")])).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await site.North.GetAsync($"/workspace/plans/{id}/follow-up")).Text.ShouldContain("Wimblethorpe");
        (await site.RawAsync()).ShouldNotContain("Wimblethorpe");
    }

    private static async Task<(string Plan, string Step)> StartAsync(PlanSite site)
    {
        var plan = await site.StartWithChoirAsync();
        return (PlanSite.IdOf(plan), plan.Find(".portal-step a[href*='/steps/']").GetAttribute("href")!.Split('/')[^1]);
    }

    private static async Task ReviewAsync(PlanSite site, string id, string step, string day)
        => await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}/steps/{step}"), "main form", [("Texts[review]", day)]);

    private static async Task<Answer> NoteAsync(PlanSite site, string id, string step, params (string Name, string? Value)[] typed)
        => await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}/steps/{step}/follow-up"), "main form", typed);
}
