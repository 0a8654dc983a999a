using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>A shared plan that asks for a word first.</summary>
public sealed class PlanWordTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_plan_is_shown_only_after_the_word_and_in_that_browser(DatabaseKind kind)
    {
        var (site, plan, link) = await SharedAsync(kind);
        var person = Person(site);
        var asked = await person.GetAsync(link);
        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.Text.ShouldContain("What is the word?");
        foreach (var secret in new[] { "Rukhsana", "Shipley Singers", "sing again" }) asked.Body.ShouldNotContain(secret);
        (await site.Worker.GetAsync($"/workspace/plans/{plan}/share")).Text.ShouldContain("Not opened yet");

        var wrong = await TypeAsync(person, asked, "Whiskers");
        wrong.Text.ShouldContain("That is not the word.");
        wrong.Body.ShouldNotContain("Rukhsana");

        // Capitals, spaces and full stops do not matter to people.
        (await TypeAsync(person, wrong, " minnie the CAT. ")).Find("h1").TextContent.ShouldBe("Rukhsana’s plan");
        (await person.GetAsync(link)).Text.ShouldContain("Shipley Singers");
        (await Person(site).GetAsync(link)).Text.ShouldContain("What is the word?");
        (await site.Worker.GetAsync($"/workspace/plans/{plan}/share")).Text.ShouldContain("The word you agreed on: Minnie the cat");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task After_five_wrong_words_none_is_looked_at_for_an_hour(DatabaseKind kind)
    {
        var (site, _, link) = await SharedAsync(kind);
        var page = await Person(site).GetAsync(link);
        for (var number = 0; number < PlanShare.MostTries; number++) (await TypeAsync(Person(site), page, $"guess{number}")).Text.ShouldContain("That is not the word.");

        (await TypeAsync(Person(site), page, "Minnie the cat")).Text.ShouldContain("That was tried too often.");

        await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PlanShare>().ExecuteUpdateAsync(change => change.SetProperty(share => share.LastTryAt, TimeProvider.System.GetUtcNow().AddMinutes(-61))));
        (await TypeAsync(Person(site), page, "Minnie the cat")).Text.ShouldContain("Shipley Singers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_can_be_said_without_the_word_and_the_database_does_not_know_it(DatabaseKind kind)
    {
        var (site, _, link) = await SharedAsync(kind);
        var person = Person(site);
        var page = await person.GetAsync(link);
        page.Find("main form").SetAttribute("action", page.Find("main form").GetAttribute("action")!.Replace("handler=Word", "handler=Goal", StringComparison.Ordinal));
        (await person.SubmitAsync(page, "main form", [("Goal", "Climb a hill")])).Text.ShouldContain("What is the word?");

        await site.Site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            (await db.Set<PlanShare>().AsNoTracking().SingleAsync()).SealedWord!.ShouldNotContain("Minnie");
            (await db.Set<Portal.Signposting.Domain.Answers.PersonAnswer>().CountAsync()).ShouldBe(0);
        });
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_word_is_no_shorter_than_four_letters(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = PlanSite.IdOf(await site.StartWithChoirAsync());
        var share = await site.Worker.GetAsync($"/workspace/plans/{plan}/share");

        var refused = await site.Worker.SubmitAsync(share, "form:has([name=Days])", [("Days", "7"), ("Word", "cat")]);

        refused.Find(".nhsuk-error-message").TextContent.ShouldContain("Use 4 to 40 letters");
        refused.Find("[name=Word]").GetAttribute("value").ShouldBe("cat");
        refused.Find("[name=Days][checked]").GetAttribute("value").ShouldBe("7");
    }

    private static async Task<(PlanSite Site, string Plan, string Link)> SharedAsync(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var plan = PlanSite.IdOf(await site.StartWithChoirAsync());
        var share = await site.Worker.GetAsync($"/workspace/plans/{plan}/share");
        var made = await site.Worker.SubmitAsync(share, "form:has([name=Days])", [("Word", "Minnie the cat")]);
        return (site, plan, "/en/p/" + made.Find(".portal-share__link").TextContent.Split('/')[^1]);
    }

    /// <summary>A browser that says where its forms come from.</summary>
    private static Visitor Person(PlanSite site)
    {
        var person = site.Site.NewVisitor();
        person.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return person;
    }

    private static Task<Answer> TypeAsync(Visitor person, Answer page, string word) => person.SubmitAsync(page, "main form", [("typed", word)]);
}
