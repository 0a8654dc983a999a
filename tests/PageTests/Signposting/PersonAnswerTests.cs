using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Portal.Signposting.Domain.Answers;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>What a person says on their own plan, without an account, a cookie or a script.</summary>
public sealed class PersonAnswerTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_person_ticks_I_went_and_the_worker_sees_it_until_they_said_so(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        var person = Person(site);
        var page = await person.GetAsync(link);
        page.Text.ShouldContain("How is it going?");
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();

        page = await SayAsync(person, page, "Went");

        page.Text.ShouldContain("You said: I went.");
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
        page.Document.QuerySelector("button[name=kind][value=Went]").ShouldBeNull();
        (await site.Worker.GetAsync("/workspace/introductions")).Text.ShouldContain("New from people Rukhsana 1 new answer (today)");
        var edit = await site.Worker.GetAsync($"/workspace/plans/{plan}");
        edit.Find("#news").TextContent.ShouldContain("They went: Shipley Singers");
        edit.Find(".portal-step").TextContent.ShouldContain("They say: I went");

        edit = await site.PressAsync(edit, "button[formaction*='Seen']");
        edit.Text.ShouldContain("Noted.");
        edit.Document.QuerySelector("#news").ShouldBeNull();
        edit.Find(".portal-step").TextContent.ShouldContain("They say: I went");
        (await site.Worker.GetAsync("/workspace/introductions")).Text.ShouldContain("Nothing waits.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_came_while_the_worker_read_is_still_new(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        var person = Person(site);
        var page = await SayAsync(person, await person.GetAsync(link), "Went");
        var edit = await site.Worker.GetAsync($"/workspace/plans/{plan}");
        await SayAsync(person, page, "CallMe");

        edit = await site.PressAsync(edit, "button[formaction*='Seen']");

        edit.Find("#news").TextContent.ShouldContain("Please call me about: Shipley Singers");
        edit.Find("#news").TextContent.ShouldNotContain("They went");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Everything_can_be_taken_back_and_who_went_cannot_rather_not_have_gone(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        var person = Person(site);
        var page = await SayAsync(person, await person.GetAsync(link), "Went");
        page = await SayAsync(person, page, "RatherNot");
        page.Text.ShouldContain("You said: I would rather not.");
        page.Text.ShouldNotContain("You said: I went.");

        page = await person.SubmitAsync(page, "form[action*='TakeBack']");

        page.Text.ShouldContain("How is it going?");
        (await site.Worker.GetAsync($"/workspace/plans/{plan}")).Document.QuerySelector("#news").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_call_is_asked_for_in_one_letter_that_says_nobody(DatabaseKind kind)
    {
        var (site, _, link) = await SharedAsync(kind);
        var person = Person(site);
        var page = await SayAsync(person, await person.GetAsync(link), "CallMe");
        page = await person.SubmitAsync(page, "form[action*='TakeBack']");
        await SayAsync(person, page, "CallMe");

        var mail = (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().AsNoTracking().ToListAsync())).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Somebody asks you to call");
        (mail.Text + mail.Html).ShouldNotContain("Rukhsana");
        (await site.Worker.GetAsync("/workspace/introductions")).Text.ShouldContain("Asks for a call.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_goal_of_ones_own_is_kept_sealed_shown_to_the_worker_and_taken_away_with_a_way_back(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        var person = Person(site);
        var page = await person.SubmitAsync(await person.GetAsync(link), "form[action*='handler=Goal']", [("Goal", "  ")]);
        page.Find("#Goal-error").TextContent.ShouldContain("Write what you would like to do.");
        page = await person.SubmitAsync(page, "form[action*='handler=Goal']", [("Goal", new string('x', 201))]);
        page.Find("#Goal-error").TextContent.ShouldContain("at most 200 characters");
        page.Find("#Goal").GetAttribute("value")!.Length.ShouldBe(201, "Nothing that was typed is lost.");

        page = await person.SubmitAsync(page, "form[action*='handler=Goal']", [("Goal", "Walk to the mosque with my brother")]);
        page.Find("#goals").TextContent.ShouldContain("Walk to the mosque with my brother");
        var edit = await site.Worker.GetAsync($"/workspace/plans/{plan}");
        edit.Find("#news").TextContent.ShouldContain("A goal of their own: Walk to the mosque with my brother");
        await site.Site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            (await db.Set<PersonAnswer>().AsNoTracking().SingleAsync()).SealedText!.ShouldNotContain("mosque");
            (await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Action == "plan.person-answered").SingleAsync()).ShouldSatisfyAllConditions(
                entry => entry.Actor.ShouldBe("public"), entry => entry.Before.ShouldBeNull(), entry => entry.After.ShouldBeNull(), entry => entry.Why.ShouldBeNull());
        });

        page = await person.SubmitAsync(page, "form[action*='TakeGoalBack']");
        page.Find("#goals").TextContent.ShouldContain("It is taken away.");
        page.Document.QuerySelectorAll("#goals li").ShouldBeEmpty();
        page = await person.SubmitAsync(page, "form[action*='PutGoalBack']");
        page.Find("#goals li").TextContent.ShouldContain("Walk to the mosque");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task No_more_is_taken_than_a_person_says_in_an_hour(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        await site.Site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            for (var number = 0; number < PersonAnswer.MostAnHour; number++)
                db.Add(new PersonAnswer { Id = Ids.New(TimeProvider.System), PlanId = plan, StepId = "x", Kind = PersonAnswerKind.Went, At = TimeProvider.System.GetUtcNow(), TakenBackAt = TimeProvider.System.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        var person = Person(site);

        var page = await SayAsync(person, await person.GetAsync(link), "Went");

        page.Text.ShouldContain("That is a lot at once.");
        page.Text.ShouldNotContain("You said: I went.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_is_said_by_opening_from_another_site_or_with_a_link_that_was_stopped(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        var person = Person(site);
        var page = await person.GetAsync(link);
        await person.GetAsync(link + "?handler=Say&step=" + page.Find(".portal-plan__answer").Id!["answer-".Length..] + "&kind=Went");
        var stranger = site.Site.NewVisitor();
        (await SayAsync(stranger, page, "Went")).Status.ShouldBe(HttpStatusCode.BadRequest);

        var share = await site.Worker.GetAsync($"/workspace/plans/{plan}/share");
        await site.Worker.SubmitAsync(share, "form[action*='Stop']");
        (await SayAsync(person, page, "Went")).Status.ShouldBe(HttpStatusCode.Gone);

        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PersonAnswer>().CountAsync())).ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task It_is_in_the_persons_language_and_the_preview_has_no_buttons(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        var page = await site.Site.Visitor.GetAsync(link.Replace("/en/", "/ur/", StringComparison.Ordinal));
        page.Text.ShouldContain("مجھے فون کریں");
        page.Find("a[href*='large=true']").TextContent.ShouldContain("بڑی لکھائی");

        var preview = await site.Worker.GetAsync($"/workspace/plans/{plan}/preview");
        preview.Document.QuerySelector(".portal-plan__answer").ShouldBeNull();
        preview.Document.QuerySelector("#Goal").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Large_print_stays_on_and_the_dates_go_into_a_calendar_that_tells_nothing_of_the_person(DatabaseKind kind)
    {
        var (site, _, link) = await SharedAsync(kind);
        var person = Person(site);
        var page = await person.GetAsync(link + "?large=true");
        page.Find(".portal-plan--big").ShouldNotBeNull();

        page = await SayAsync(person, page, "Went");

        page.Find(".portal-plan--big").ShouldNotBeNull();
        var calendar = await site.Site.Visitor.GetAsync(page.Find("a[href*='calendar.ics']").GetAttribute("href")!.Replace(site.Site.Tenant.PathPrefix, "", StringComparison.Ordinal));
        calendar.Body.ShouldContain("SUMMARY:Shipley Singers");
        calendar.Body.ShouldNotContain("Rukhsana");
        calendar.Body.ShouldNotContain(link.Split('/')[^1]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_worker_reads_when_a_link_was_opened(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        (await site.Worker.GetAsync($"/workspace/plans/{plan}/share")).Document.QuerySelector(".portal-share details").ShouldBeNull();
        await site.Site.Visitor.GetAsync(link);
        await site.Site.Visitor.GetAsync(link);
        await site.Worker.GetAsync(link);

        var share = await site.Worker.GetAsync($"/workspace/plans/{plan}/share");

        share.Text.ShouldContain("Opened 2 times");
        share.Document.QuerySelectorAll(".portal-share details li").Length.ShouldBe(1, "Once an hour.");
    }

    private static async Task<(PlanSite Site, string Plan, string Link)> SharedAsync(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = PlanSite.IdOf(await site.StartWithChoirAsync());
        return (site, plan, "/en/p/" + await site.ShareAsync(plan));
    }

    /// <summary>A browser that says where its forms come from.</summary>
    private static Visitor Person(PlanSite site)
    {
        var person = site.Site.NewVisitor();
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return person;
    }

    private static Task<Answer> SayAsync(Visitor person, Answer page, string kind) => person.SubmitAsync(page, "form[action*='handler=Say']", [("kind", kind)]);
}
