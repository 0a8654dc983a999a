using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

public sealed class MergeRecordTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Two_records_become_one_and_nothing_is_lost(DatabaseKind kind)
    {
        var (site, other) = await TwoAsync(kind);

        var page = await site.People.North.GetAsync($"/workspace/people/{other}/merge");
        var compare = await site.People.North.GetAsync(ReferralSite.PathOf(page, "a[href*='/merge/']"));
        compare.Text.ShouldContain("07700 900499");
        compare.Text.ShouldContain("07700 900461");
        compare.Text.ShouldNotContain("Thrumbledog");
        var joined = await site.People.North.SubmitAsync(compare, "main form", [("Take[Reach]", "gone"), ("Take[Who]", "gone")]);

        joined.Find("h1").TextContent.ShouldBe("Zulekha Quibbledorf");
        joined.Address.AbsolutePath.ShouldEndWith(other);
        foreach (var taken in new[] { "07700 900461", "Yodelcraft", "Thrumbledog", "Slips on ice", "Wrothmere", "Vexholme Surgery" }) joined.Text.ShouldContain(taken);
        joined.Text.ShouldNotContain("07700 900499");
        joined.Find($"a[href$='/workspace/plans/{site.PlanId}']").ShouldNotBeNull();
        joined.Text.ShouldContain("Referral ABCD2345");

        // The other is found no more, and its address leads here.
        (await site.People.North.GetAsync($"/workspace/people/{site.Id}")).Address.AbsolutePath.ShouldEndWith(other);
        (await site.People.North.SubmitAsync(await site.People.North.GetAsync("/workspace/people"), "form[action*='Find']", [("NhsNumber", PeopleSite.Nhs)])).Address.AbsolutePath.ShouldEndWith(other);
        (await site.People.North.GetAsync($"/workspace/people/{site.Id}/who")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task It_is_taken_back_as_it_was(DatabaseKind kind)
    {
        var (site, other) = await TwoAsync(kind);
        var (before, otherBefore) = (await ShownAsync(site, site.Id), await ShownAsync(site, other));
        await MergeAsync(site, other);

        var rights = await site.People.North.GetAsync($"/workspace/people/{other}/rights");
        (await site.People.North.SubmitAsync(rights, "form[action*='Separate']")).Text.ShouldContain("There are two records again");

        (await ShownAsync(site, site.Id)).ShouldBe(before);
        (await ShownAsync(site, other)).ShouldBe(otherBefore);
        (await site.People.North.SubmitAsync(await site.People.North.GetAsync("/workspace/people"), "form[action*='Find']", [("NhsNumber", PeopleSite.Nhs)])).Address.AbsolutePath.ShouldEndWith(site.Id);
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Plan>().Select(plan => plan.PersonId).SingleAsync())).ShouldBe(site.Id);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Once_the_record_was_changed_it_says_that_it_cannot_be_taken_back(DatabaseKind kind)
    {
        var (site, other) = await TwoAsync(kind);
        await MergeAsync(site, other);
        var open = await site.People.North.GetAsync($"/workspace/people/{other}/rights");
        await site.People.FillAsync(site.People.North, other, "health", ("Form.Health.Issues", "Something new"));

        (await site.People.North.SubmitAsync(open, "form[action*='Separate']")).Text.ShouldContain("It cannot be taken back");
        var rights = await site.People.North.GetAsync($"/workspace/people/{other}/rights");
        rights.Text.ShouldContain("It cannot be taken back");
        rights.Document.QuerySelector("form[action*='Separate']").ShouldBeNull();
        (await site.People.North.GetAsync($"/workspace/people/{other}")).Text.ShouldContain("Something new");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nobody_joins_records_they_do_not_look_after_or_as_they_were_a_while_ago(DatabaseKind kind)
    {
        var (site, other) = await TwoAsync(kind);
        var foreign = PeopleSite.IdOf(await site.People.BeginAsync(site.People.South, "Other", "Person", null));
        foreach (var address in new[] { $"/workspace/people/{other}/merge/{foreign}", $"/workspace/people/{foreign}/merge/{other}", $"/workspace/people/{other}/merge/{other}" })
            (await site.People.North.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        foreach (var visitor in new[] { site.People.NorthColleague, site.People.South, site.Site.Visitor })
        {
            (await visitor.GetAsync($"/workspace/people/{other}/merge", followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK);
            (await visitor.GetAsync($"/workspace/people/{other}/merge/{site.Id}", followRedirects: false)).Status.ShouldNotBe(HttpStatusCode.OK);
        }

        var compare = await site.People.North.GetAsync($"/workspace/people/{other}/merge/{site.Id}");
        compare.Find("main form").SetAttribute("action", $"{site.Site.Tenant.PathPrefix}/workspace/people/{other}/merge/{foreign}");
        (await site.People.North.SubmitAsync(compare, "main form")).Status.ShouldBe(HttpStatusCode.NotFound);
        compare = await site.People.North.GetAsync($"/workspace/people/{other}/merge/{site.Id}");
        await site.People.FillAsync(site.People.NorthColleague, other, "health", ("Form.Health.Issues", "Something new"));
        (await site.People.North.SubmitAsync(compare, "main form")).Text.ShouldContain("Somebody changed one of the records meanwhile");
        (await site.People.North.GetAsync($"/workspace/people/{site.Id}")).Address.AbsolutePath.ShouldEndWith(site.Id);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Both_are_in_the_file_and_both_are_erased(DatabaseKind kind)
    {
        var (site, other) = await TwoAsync(kind);
        await MergeAsync(site, other);
        var file = await site.People.North.SubmitAsync(await site.People.North.GetAsync($"/workspace/people/{other}/file"), "main form", [("Json", "false"), ("WithSafeguarding", "true")]);
        foreach (var secret in WholePerson.Secrets.Append("07700 900499")) file.Body.ShouldContain(secret);
        var json = await site.People.North.SubmitAsync(await site.People.North.GetAsync($"/workspace/people/{other}/file"), "main form", [("Json", "true")]);
        (await JsonSchema.OwnErrorsAsync("person-file.json", json.Body)).ShouldBeEmpty();
        json.Body.ShouldContain("Glimmerfolk");
        json.Body.ShouldContain("07700 900499");

        var lead = await site.Site.SignInAsync("UseWorkspace", "SeeAllPeople", "EraseRecords");
        await lead.SubmitAsync(await lead.GetAsync($"/workspace/people/{other}/erase"), "main form", [("Typed", "Quibbledorf"), ("Why", "asked")]);
        (await site.SealedAsync()).ShouldBeEmpty();
        (await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Person>().CountAsync())).ShouldBe(0);
    }

    /// <summary>A whole person, and a second record of the same person in the same team.</summary>
    private static async Task<(WholePerson Site, string Other)> TwoAsync(DatabaseKind kind)
    {
        var site = await WholePerson.CreateAsync(kind);
        var ask = await site.People.BeginAsync(site.People.North, "Zuleika", nhs: null);
        var other = PeopleSite.IdOf(await site.People.North.SubmitAsync(ask, "main form"));
        await site.People.FillAsync(site.People.North, other, "reach", ("Form.Reach.Phone", "07700 900499"));
        await site.People.FillAsync(site.People.North, other, "risks", ("Form.Risks.Answer", "some"), ("Form.Risks.Items[0].What", "Slips on ice"));
        return (site, other);
    }

    private static async Task MergeAsync(WholePerson site, string other)
        => (await site.People.North.SubmitAsync(await site.People.North.GetAsync($"/workspace/people/{other}/merge/{site.Id}"), "main form")).Text.ShouldContain("The records are one now");

    private static async Task<string> ShownAsync(WholePerson site, string id) => (await site.People.North.GetAsync($"/workspace/people/{id}")).Text;
}
