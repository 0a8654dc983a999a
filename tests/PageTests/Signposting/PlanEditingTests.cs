using System.Net;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Signposting;

public sealed class PlanEditingTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_plan_is_started_and_stands_on_the_board(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        (await site.Worker.GetAsync("/workspace/plans")).Text.ShouldContain("You have no plans yet");

        var plan = await site.StartAsync("R. K.", "ur", "I want to sing again.");

        plan.Find("h1").TextContent.ShouldBe("Plan for R. K.");
        plan.Text.ShouldContain("Reads Urdu");
        plan.Find("textarea").TextContent.ShouldContain("I want to sing again.");
        var board = await site.Worker.GetAsync("/workspace/plans");
        board.Find(".portal-board__column--now").TextContent.ShouldContain("R. K.");
        board.Text.ShouldContain("Choose the first step");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_with_mistakes_comes_back_as_it_was_typed(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);

        var form = await site.StartAsync(new string('x', 31), "klingon", "Keep this.");

        form.Find(".nhsuk-error-summary").TextContent.ShouldContain("at most 30 characters");
        form.Text.ShouldContain("Choose one of the languages");
        form.Find("textarea").TextContent.ShouldContain("Keep this.");
        (await site.StartAsync(" ")).Text.ShouldContain("Write a first name or initials.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_search_beside_the_plan_finds_groups_articles_and_courses_and_keeps_its_words(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartAsync(language: "ur");

        var all = await site.Worker.SubmitAsync(plan, "form[role=search]", [("q", ""), ("near", "Shipley")]);
        all.Document.QuerySelectorAll(".portal-match").Length.ShouldBe(4);
        all.Text.ShouldContain("Urdu spoken");
        all.Text.ShouldContain("under a mile");

        var reading = await site.Worker.GetAsync($"/workspace/plans/{PlanSite.IdOf(plan)}?q=sleep&kind=Article");
        reading.Document.QuerySelectorAll(".portal-match h3").ShouldHaveSingleItem().TextContent.ShouldContain("Sleep and pain");
        reading.Find("#q").GetAttribute("value").ShouldBe("sleep");

        var added = await site.PressAsync(reading, ".portal-match button");
        added.Address.Query.ShouldContain("q=sleep");
        added.Find(".portal-match--chosen").TextContent.ShouldContain("In the plan");
        added.Find(".portal-steps").TextContent.ShouldContain("Sleep and pain");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Every_button_saves_what_was_typed(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync();
        var found = await site.Worker.GetAsync($"/workspace/plans/{PlanSite.IdOf(plan)}?q=walk");

        var added = await site.PressAsync(
            found, $"button[formaction*='{PlanSite.Walk}']", ("Texts[matters]", "Not be alone on Tuesdays."), ("OwnStep", "Walk to the shop and back"));

        added.Find("textarea").TextContent.ShouldContain("Not be alone on Tuesdays.");
        added.Document.QuerySelectorAll(".portal-step h3").Select(title => title.TextContent.Trim().Split('\n')[0].Split(" (")[0])
            .ShouldBe(["Shipley Singers", "Walk to the shop and back", "Slow walk round the park"], ignoreOrder: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Steps_are_moved_noted_taken_out_and_put_back(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync();
        plan = await site.Worker.SubmitAsync(plan, "#plan-form", [("OwnStep", "Walk to the shop")]);
        TitlesOf(plan).ShouldBe(["Shipley Singers", "Walk to the shop"]);

        plan = await site.PressAsync(plan, "button[formaction*='handler=Up']");
        TitlesOf(plan).ShouldBe(["Walk to the shop", "Shipley Singers"]);

        var note = plan.Document.QuerySelectorAll(".portal-step textarea")[1].GetAttribute("name")!;
        plan = await site.Worker.SubmitAsync(plan, "#plan-form", [(note, "Ask for Tuesday’s host at the door.")]);
        plan.Find(".portal-step__note").TextContent.ShouldBe("Ask for Tuesday’s host at the door.");

        plan = await site.PressAsync(plan, ".portal-step:last-child button[formaction*='handler=TakeOut']");
        TitlesOf(plan).ShouldBe(["Walk to the shop"]);

        plan = await site.Worker.SubmitAsync(plan, ".portal-notice form");
        TitlesOf(plan).ShouldBe(["Walk to the shop", "Shipley Singers"]);
        plan.Find(".portal-step__note").TextContent.ShouldBe("Ask for Tuesday’s host at the door.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_windows_lose_nothing(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var first = await site.StartAsync();
        var second = await site.Worker.GetAsync($"/workspace/plans/{PlanSite.IdOf(first)}");
        await site.Worker.SubmitAsync(first, "#plan-form", [("Texts[matters]", "From the first window")]);

        var conflict = await site.Worker.SubmitAsync(second, "#plan-form", [("Texts[matters]", "From the second window")]);
        conflict.Find(".nhsuk-error-message").TextContent.ShouldContain("From the first window");
        conflict.Find("textarea").TextContent.ShouldContain("From the second window");

        var settled = await site.Worker.SubmitAsync(conflict, "#plan-form");
        settled.Find("textarea").TextContent.ShouldContain("From the second window");
        settled.Document.QuerySelector(".nhsuk-error-message").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_script_keeps_what_is_typed_without_leaving_the_page(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartAsync();
        plan.Find("#plan-form").SetAttribute("action", plan.Find("#plan-form").GetAttribute("data-keep")!);

        var kept = await site.Worker.SubmitAsync(plan, "#plan-form", [("Texts[matters]", "Kept along the way"), ("OwnStep", "Not yet")]);

        kept.Status.ShouldBe(HttpStatusCode.OK);
        kept.Body.ShouldContain("\"matters\":");
        var shown = await site.Worker.GetAsync($"/workspace/plans/{PlanSite.IdOf(plan)}");
        shown.Find("textarea").TextContent.ShouldContain("Kept along the way");
        shown.Document.QuerySelector(".portal-step").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_not_on_the_site_cannot_be_added(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartAsync();
        plan.Find("#plan-form").SetAttribute("action", "?handler=Add&add=Listing&item=nothing");

        (await site.Worker.SubmitAsync(plan, "#plan-form")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Name_and_language_can_be_changed(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartAsync();
        var form = await site.Worker.GetAsync($"/workspace/plans/{PlanSite.IdOf(plan)}/person");
        form.Find("[name='Person.Name']").GetAttribute("value").ShouldBe("Rukhsana");

        var changed = await site.Worker.SubmitAsync(form, "main form", [("Person.Name", "Ruby"), ("Person.Language", "pl")]);

        changed.Find("h1").TextContent.ShouldBe("Plan for Ruby");
        changed.Text.ShouldContain("Reads Polish");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_removed_plan_can_be_put_back(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartAsync());
        var ask = await site.Worker.GetAsync($"/workspace/plans/{id}/remove");
        ask.Text.ShouldContain("Remove this plan?");

        var board = await site.Worker.SubmitAsync(ask, "main form");
        board.Text.ShouldNotContain("Rukhsana");
        (await site.Worker.GetAsync($"/workspace/plans/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        board = await site.Worker.SubmitAsync(board, ".portal-notice form");
        board.Text.ShouldContain("Rukhsana");
        (await site.Worker.GetAsync($"/workspace/plans/{id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_closed_plan_leaves_the_board_until_it_is_opened_again(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartAsync();

        var closed = await site.PressAsync(plan, "button[formaction*='handler=Close']");
        closed.Text.ShouldContain("The plan is closed.");
        (await site.Worker.GetAsync("/workspace/plans")).Text.ShouldNotContain("Rukhsana");
        (await site.Worker.GetAsync("/workspace/plans?closed=true")).Text.ShouldContain("Rukhsana");

        await site.PressAsync(closed, "button[formaction*='handler=Reopen']");
        (await site.Worker.GetAsync("/workspace/plans")).Text.ShouldContain("Rukhsana");
    }

    private static IEnumerable<string> TitlesOf(Answer plan)
        => plan.Document.QuerySelectorAll(".portal-step h3").Select(title => title.TextContent.Trim().Split('\n')[0].Split(" (")[0]);
}
