using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>Strengths, hopes, goals, who does what when, what was agreed; saved by the button and while one types.</summary>
public sealed class PlanCourseTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_goal_with_its_steps_is_agreed_and_stands_on_the_shared_plan_in_the_persons_language(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync("رخسانہ", "ur");
        var id = PlanSite.IdOf(plan);
        plan = await site.Worker.SubmitAsync(plan, "#plan-form", [("Texts[strengths]", "میری بیٹی ساتھ ہے"), ("Texts[hopes]", "پھر سے گانا"), ("NewGoal", "منگل کو گانے جانا")]);
        var goal = plan.Find("#goals ~ ul a").GetAttribute("href")!.Split('/')[^1];

        plan = await site.Worker.SubmitAsync(
            await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}"), "main form", [("Texts[need]", "گھر میں اکیلی ہوں"), ("Texts[importance]", "8"), ("Texts[signs]", "صبح گنگنانا")]);
        plan.Text.ShouldContain("Importance 8 of 10");
        var step = plan.Find(".portal-step a[href*='/steps/']").GetAttribute("href")!.Split('/')[^1];
        plan = await site.Worker.SubmitAsync(
            await site.Worker.GetAsync($"/workspace/plans/{id}/steps/{step}"), "main form",
            [("Texts[goal]", goal), ("Texts[who]", "رخسانہ اور نسرین"), ("Texts[when]", "منگل صبح"), ("Texts[confidence]", "6"), ("Texts[review]", "2031-01-14")]);
        plan.Find(".portal-step").TextContent.ShouldContain("For this goal: منگل کو گانے جانا");
        plan.Find(".portal-step").TextContent.ShouldContain("Sure: 6 of 10");
        plan = await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}/agreed"), "main form", [("Texts[with]", "بیٹی"), ("Texts[agreed]", "2026-11-20"), ("Texts[review]", "2031-02-03")]);
        plan.Find("#agreed").TextContent.ShouldContain("20 November 2026");
        plan.Find("#agreed").TextContent.ShouldContain("3 February 2031");

        var sheet = await site.Site.Visitor.GetAsync("/p/" + await site.ShareAsync(id));
        foreach (var words in new[] { "ہم کس طرف بڑھ رہے ہیں", "منگل کو گانے جانا", "صبح گنگنانا", "پھر سے گانا", "میری بیٹی ساتھ ہے", "رخسانہ اور نسرین", "منگل صبح", "بیٹی" }) sheet.Text.ShouldContain(words);
        // What only weighs on paper stays with the worker.
        sheet.Text.ShouldNotContain("گھر میں اکیلی ہوں");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Mistakes_are_said_beside_the_field_and_what_was_typed_stays(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var (id, goal) = await GoalAsync(site, "Walk to school");

        var rejected = await site.Worker.SubmitAsync(
            await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}"), "main form", [("Texts[words]", " "), ("Texts[importance]", "11"), ("Texts[signs]", new string('x', 501)), ("Texts[need]", "Keep this")]);
        rejected.Find(".nhsuk-error-summary").TextContent.ShouldContain("Write the goal in a few words.");
        rejected.Text.ShouldContain("Choose a number from 0 to 10.");
        rejected.Text.ShouldContain("Write at most 500 letters.");
        rejected.Find("textarea[name='Texts[need]']").TextContent.ShouldContain("Keep this");

        rejected = await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}/agreed"), "main form", [("Texts[review]", "next week"), ("Texts[with]", "Anne")]);
        rejected.Text.ShouldContain("Choose the day, or write it like 2026-12-24.");
        rejected.Find("[name='Texts[with]']").GetAttribute("value").ShouldBe("Anne");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_goal_that_is_taken_out_comes_back_with_its_steps_and_five_are_enough(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var (id, goal) = await GoalAsync(site, "Walk to school");

        var plan = await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}");
        plan.Find("main form").SetAttribute("action", plan.Find("button[formaction*='TakeOut']").GetAttribute("formaction")!);
        plan = await site.Worker.SubmitAsync(plan, "main form");
        plan.Text.ShouldContain("No goals yet");
        (await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}")).Status.ShouldBe(HttpStatusCode.NotFound);

        plan = await site.Worker.SubmitAsync(plan, ".portal-notice form");
        plan.Text.ShouldContain("Walk to school");

        for (var number = 2; number <= 5; number++) plan = await site.Worker.SubmitAsync(plan, "#plan-form", [("NewGoal", $"Goal {number}")]);
        plan.Document.QuerySelector("[name=NewGoal]").ShouldBeNull();
        plan.Text.ShouldContain("A plan holds 5 goals.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_goal_that_the_person_added_becomes_one_of_the_plan(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync());
        var person = site.Site.NewVisitor();
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await person.SubmitAsync(await person.GetAsync("/en/p/" + await site.ShareAsync(id)), "form[action*='handler=Goal']", [("Goal", "Learn to swim")]);

        var plan = await site.PressAsync(await site.Worker.GetAsync($"/workspace/plans/{id}"), "button[formaction*='handler=Adopt']");

        plan.Find("#goals ~ ul").TextContent.ShouldContain("Learn to swim");
        plan.Document.QuerySelector("button[formaction*='handler=Adopt']").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_windows_on_one_goal_lose_nothing(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var (id, goal) = await GoalAsync(site, "Walk to school");
        var (first, second) = (await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}"), await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}"));
        await site.Worker.SubmitAsync(first, "main form", [("Texts[signs]", "From the first window")]);

        var conflict = await site.Worker.SubmitAsync(second, "main form", [("Texts[signs]", "From the second window"), ("Texts[need]", "Nobody else wrote here")]);
        conflict.Find(".nhsuk-error-message").TextContent.ShouldContain("From the first window");
        conflict.Find("textarea[name='Texts[signs]']").TextContent.ShouldContain("From the second window");

        await site.Worker.SubmitAsync(conflict, "main form");
        var shown = await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}");
        shown.Find("textarea[name='Texts[signs]']").TextContent.ShouldContain("From the second window");
        shown.Find("textarea[name='Texts[need]']").TextContent.ShouldContain("Nobody else wrote here");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task While_one_types_what_fits_is_kept_and_the_rest_is_named(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var (id, goal) = await GoalAsync(site, "Walk to school");
        var (first, second) = (await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}"), await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}"));

        var kept = await KeepAsync(site, first, ("Texts[need]", "Kept along the way"), ("Texts[importance]", "eleven"));
        kept.Status.ShouldBe(HttpStatusCode.OK);
        var told = JsonDocument.Parse(kept.Body).RootElement;
        told.GetProperty("faults").EnumerateArray().Select(name => name.GetString()).ShouldBe(["importance"]);
        told.GetProperty("shown").TryGetProperty("need", out _).ShouldBeTrue();
        told.GetProperty("shown").TryGetProperty("importance", out _).ShouldBeFalse();

        var conflict = await KeepAsync(site, second, ("Texts[need]", "Typed elsewhere"), ("Texts[signs]", "Kept all the same"));
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        var theirs = JsonDocument.Parse(conflict.Body).RootElement.GetProperty("theirs").GetProperty("need");
        theirs.GetProperty("text").GetString().ShouldBe("Kept along the way");

        // With the fingerprint of theirs, one's own words are kept on purpose.
        (await KeepAsync(site, second, ("Texts[need]", "Typed elsewhere"), ("Texts[signs]", "Kept all the same"), ("Shown[need]", theirs.GetProperty("shown").GetString()))).Status.ShouldBe(HttpStatusCode.OK);
        var shown = await site.Worker.GetAsync($"/workspace/plans/{id}/goals/{goal}");
        shown.Find("textarea[name='Texts[need]']").TextContent.ShouldContain("Typed elsewhere");
        shown.Find("textarea[name='Texts[signs]']").TextContent.ShouldContain("Kept all the same");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_database_does_not_tell_what_was_talked_about(DatabaseKind kind)
    {
        var site = await PeopleSite.CreateAsync(kind);
        var plan = await site.North.SubmitAsync(await site.BeginAsync(site.North), "form[action*='handler=Plan']");
        var id = PeopleSite.IdOf(plan);
        plan = await site.North.SubmitAsync(plan, "#plan-form", [("Texts[strengths]", "Wimblethorpe"), ("Texts[hopes]", "Zumbaflute"), ("NewGoal", "Crumblewick"), ("OwnStep", "Snorkelbank")]);
        var goal = plan.Find("#goals ~ ul a").GetAttribute("href")!.Split('/')[^1];
        var step = plan.Find(".portal-step a[href*='/steps/']").GetAttribute("href")!.Split('/')[^1];
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/plans/{id}/goals/{goal}"), "main form", [("Texts[need]", "Tottlemarsh"), ("Texts[signs]", "Gribblestone"), ("Texts[outcome]", "Fennimore")]);
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/plans/{id}/steps/{step}"), "main form", [("Texts[who]", "Quaverly"), ("Texts[when]", "Brindlecombe")]);
        await site.North.SubmitAsync(await site.North.GetAsync($"/workspace/plans/{id}/agreed"), "main form", [("Texts[with]", "Oddlesworth")]);

        var shown = string.Concat((await site.North.GetAsync($"/workspace/plans/{id}")).Text, (await site.North.GetAsync($"/workspace/plans/{id}/goals/{goal}")).Body);
        string[] secrets = ["Wimblethorpe", "Zumbaflute", "Crumblewick", "Snorkelbank", "Tottlemarsh", "Gribblestone", "Fennimore", "Quaverly", "Brindlecombe", "Oddlesworth"];
        foreach (var secret in secrets) shown.ShouldContain(secret);
        var raw = await site.RawAsync();
        foreach (var secret in secrets) raw.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(secret);
    }

    private static async Task<(string Plan, string Goal)> GoalAsync(PlanSite site, string words)
    {
        var plan = await site.Worker.SubmitAsync(await site.StartAsync(), "#plan-form", [("NewGoal", words)]);
        return (PlanSite.IdOf(plan), plan.Find("#goals ~ ul a").GetAttribute("href")!.Split('/')[^1]);
    }

    private static Task<Answer> KeepAsync(PlanSite site, Answer page, params (string Name, string? Value)[] typed)
    {
        var form = (IHtmlFormElement)page.Find("main form");
        form.SetAttribute("action", form.GetAttribute("data-keep")!);
        return site.Worker.SubmitAsync(page, "main form", typed);
    }
}
