using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Services;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Signposting;

public sealed class PlanSharingTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_plan_without_steps_is_not_shared(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartAsync());

        var share = await site.Worker.GetAsync($"/workspace/plans/{id}/share");

        share.Text.ShouldContain("The plan has no steps yet.");
        share.Document.QuerySelector("[name=Days]").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_link_is_shown_once_with_ways_to_send_it(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync(language: "ur"));
        var share = await site.Worker.GetAsync($"/workspace/plans/{id}/share");
        share.Find("[name=Days][checked]").GetAttribute("value").ShouldBe("30");

        var made = await site.Worker.SubmitAsync(share, "form:has([name=Days])");

        var link = made.Find(".portal-share__link").TextContent;
        link.ShouldMatch("/p/[0-9a-z]{26}$");
        made.Find("a[href^='sms:']").GetAttribute("href")!.ShouldContain(Uri.EscapeDataString(link));
        made.Find("a[href^='https://wa.me/']").GetAttribute("href")!.ShouldContain(Uri.EscapeDataString("کی طرف سے آپ کا منصوبہ"));
        made.Find("a[href^='mailto:']").ShouldNotBeNull();
        made.Find("svg.portal-qr path").GetAttribute("d")!.Length.ShouldBeGreaterThan(500);
        (await site.Worker.GetAsync($"/workspace/plans/{id}/share")).Body.ShouldNotContain(link);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Whoever_has_the_link_reads_the_plan_and_nothing_keeps_it(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync();
        var note = plan.Find(".portal-step textarea").GetAttribute("name")!;
        plan = await site.Worker.SubmitAsync(plan, "#plan-form", [(note, "Ask for Tuesday’s host at the door."), ("OwnStep", "Walk to the shop")]);
        var code = await site.ShareAsync(PlanSite.IdOf(plan));

        var page = await site.Site.Visitor.GetAsync("/p/" + code);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Find("h1").TextContent.ShouldBe("Rukhsana’s plan");
        foreach (var words in new[] { "I want to sing again.", "Shipley Singers", "Next: Tuesday", "10 am", "12 Kirkgate", "BD18 3EL", "Bus 662", "Ask for Nasreen", "0113 496 0142", "07700 900142", "Ask for Tuesday’s host", "Walk to the shop", "Nadia Test", "01632 960100", "Talk to somebody now.", "08081 570111" })
            page.Text.ShouldContain(words);
        page.Find("a[href='tel:01134960142']").ShouldNotBeNull();
        page.Find("a[href='sms:07700900142']").ShouldNotBeNull();
        page.Find(".portal-plan__qr svg path").ShouldNotBeNull();
        page.Find("title").TextContent.ShouldNotContain("Rukhsana");
        page.Body.ShouldNotContain(" style=");

        var headers = page.Response.Headers;
        headers.CacheControl!.NoStore.ShouldBeTrue();
        headers.GetValues("X-Robots-Tag").ShouldHaveSingleItem().ShouldContain("noindex");
        headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task It_is_in_the_language_of_the_plan_until_the_reader_picks_another(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = await site.StartWithChoirAsync("رخسانہ", "ur");
        var found = await site.Worker.GetAsync($"/workspace/plans/{PlanSite.IdOf(plan)}?q=walk");
        await site.PressAsync(found, $"button[formaction*='{PlanSite.Walk}']");
        var code = await site.ShareAsync(PlanSite.IdOf(plan));

        var urdu = await site.Site.Visitor.GetAsync("/p/" + code);
        urdu.Find("html").GetAttribute("lang").ShouldBe("ur");
        urdu.Find("html").GetAttribute("dir").ShouldBe("rtl");
        urdu.Text.ShouldContain("میرے لیے کیا اہم ہے");
        urdu.Text.ShouldContain("شپلی سنگرز");
        urdu.Find("h3[lang=en]").TextContent.ShouldContain("Slow walk round the park");

        var english = await site.Site.Visitor.GetAsync(urdu.Find(".portal-languages a[lang=en]").GetAttribute("href")!.Replace(site.Site.Tenant.PathPrefix, "", StringComparison.Ordinal));
        english.Find("html").GetAttribute("lang").ShouldBe("en");
        english.Text.ShouldContain("What matters to me");
        english.Text.ShouldContain("رخسانہ");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_worker_sees_beforehand_what_the_person_will_see(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync("رخسانہ", "ur"));

        var preview = await site.Worker.GetAsync($"/workspace/plans/{id}/preview");

        preview.Find("html").GetAttribute("lang").ShouldBe("en");
        preview.Find(".portal-notice").TextContent.ShouldContain("This is what");
        preview.Find(".portal-plan").GetAttribute("lang").ShouldBe("ur");
        preview.Find(".portal-plan").GetAttribute("dir").ShouldBe("rtl");
        preview.Find(".portal-plan").TextContent.ShouldContain("میرے قدم");
        preview.Find(".portal-plan").TextContent.ShouldContain("شپلی سنگرز");
        preview.Find("footer").TextContent.ShouldContain("Contact us");
        preview.Find(".portal-plan__facts strong").TextContent.ShouldContain("منگل");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_stopped_link_says_whom_to_ask_and_nothing_of_the_plan(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync());
        var code = await site.ShareAsync(id);
        var share = await site.Worker.GetAsync($"/workspace/plans/{id}/share");

        await site.Worker.SubmitAsync(share, "form[action*='handler=Stop']");

        await ShouldBeGoneAsync(site, code);
        (await site.Worker.GetAsync($"/workspace/plans/{id}/share")).Text.ShouldContain("Stopped");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_that_has_run_out_comes_first_on_the_board_and_works_again_when_extended(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync());
        var code = await site.ShareAsync(id, days: 7);
        await site.Site.RunAsync(services =>
        {
            var yesterday = services.GetRequiredService<Portal.Platform.Languages.DateWords>().Today.AddDays(-1);
            return services.GetRequiredService<PortalDbContext>().Set<PlanShare>().ExecuteUpdateAsync(change => change.SetProperty(share => share.LastDay, yesterday));
        });
        await site.StartAsync("Piotr");

        await ShouldBeGoneAsync(site, code);
        var board = await site.Worker.GetAsync("/workspace/plans");
        board.Find(".portal-board__column--late").TextContent.ShouldContain("Rukhsana");
        board.Document.QuerySelectorAll(".portal-board__item h3").Select(name => name.TextContent).ShouldBe(["Rukhsana", "Piotr"]);

        var share = await site.Worker.GetAsync($"/workspace/plans/{id}/share");
        await site.Worker.SubmitAsync(share, "form[action*='handler=Extend']");
        (await site.Site.Visitor.GetAsync("/p/" + code)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Links_stop_when_the_plan_is_removed_and_work_when_it_is_put_back(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync());
        var code = await site.ShareAsync(id);

        var board = await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}/remove"), "main form");
        await ShouldBeGoneAsync(site, code);

        await site.Worker.SubmitAsync(board, ".portal-notice form");
        (await site.Site.Visitor.GetAsync("/p/" + code)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_worker_sees_whether_the_plan_was_opened_their_own_looks_not_counted(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartWithChoirAsync());
        var code = await site.ShareAsync(id);
        await site.Worker.GetAsync("/p/" + code);
        (await site.Worker.GetAsync($"/workspace/plans/{id}/share")).Text.ShouldContain("Not opened yet");

        await site.Site.Visitor.GetAsync("/p/" + code);
        await site.Site.NewVisitor().GetAsync("/p/" + code);

        (await site.Worker.GetAsync($"/workspace/plans/{id}/share")).Text.ShouldContain("Opened 2 times");
        (await site.Worker.GetAsync("/workspace/plans")).Text.ShouldContain("Opened, last today");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Whoever_tries_codes_has_to_wait(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind);
        var site = await TestSite.CreateAsync(host);

        for (var attempt = 0; attempt < UnknownCodeLimit.MostUnknown; attempt++)
            (await site.Visitor.GetAsync("/p/" + Ids.Secret(26))).Status.ShouldBe(HttpStatusCode.NotFound);

        (await site.Visitor.GetAsync("/p/" + Ids.Secret(26))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task ShouldBeGoneAsync(PlanSite site, string code)
    {
        var page = await site.Site.Visitor.GetAsync("/p/" + code);
        page.Status.ShouldBe(HttpStatusCode.Gone);
        page.Text.ShouldContain("Ask Nadia Test for a new link");
        page.Text.ShouldContain("01632 960100");
        page.Body.ShouldNotContain("Rukhsana");
        page.Body.ShouldNotContain("sing again");
        page.Body.ShouldNotContain("Shipley Singers");
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
