using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using Portal.Signposting.Domain;
using Portal.Signposting.Services;
using Shouldly;
using TestSupport;

namespace PageTests.Signposting;

/// <summary>What would suit a person, and the groups that do, with reasons.</summary>
public sealed class MatchingTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Every_suggestion_says_why_and_what_speaks_against_it(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        await ChangeAsync(site, PlanSite.Walk, facts => facts with { Places = Places.WaitingList, Languages = ["en"], AssuredOn = facts.AssuredOn!.Value.AddDays(-240) });
        var id = PlanSite.IdOf(await site.StartAsync());

        var plan = await SayAsync(site, id, ("Wish.Days", "TU"), ("Wish.Times", "morning"), ("Wish.Place", "bd18 3el"), ("Wish.Reach", "Walk"), ("Wish.Languages", "ur"), ("Wish.Purse", "FreeOnly"), ("Wish.Faith", "Halal food"));

        var groups = plan.Document.QuerySelectorAll(".portal-suggestions .portal-match");
        groups.Length.ShouldBe(2);
        Words(groups[0].QuerySelector("h3")!).ShouldStartWith("Shipley Singers");
        Words(groups[0].QuerySelector(".portal-why")!).ShouldBe("Tuesday mornings Very near Urdu spoken Free Confirmed 12 days ago");
        groups[0].QuerySelector(".portal-why--against").ShouldBeNull();
        Words(groups[1].QuerySelector(".portal-why--against")!).ShouldBe("But: Other languages: English Full. There is a waiting list Last confirmed 8 months ago. Ring before you go");
        plan.Text.ShouldContain("Ask the group first: Halal food");
        Words(groups[0].QuerySelector("tfoot")!).ShouldBe("Together+80");
        groups[0].QuerySelectorAll("tbody td:last-child").Sum(points => int.Parse(points.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(80);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_suggestion_is_added_in_one_press(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartAsync());
        var plan = await SayAsync(site, id, ("Wish.Days", "TU"));

        plan = await site.PressAsync(plan, $".portal-suggestions button[formaction*='{PlanSite.Choir}']");

        plan.Document.QuerySelectorAll(".portal-step").Length.ShouldBe(1);
        plan.Find(".portal-suggestions .portal-match--chosen h3").TextContent.ShouldContain("Shipley Singers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_costs_too_much_is_left_out(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        await ChangeAsync(site, PlanSite.Walk, facts => facts with { Cost = Cost.Paid, CostPence = 250 });
        var id = PlanSite.IdOf(await site.StartAsync());

        (await SayAsync(site, id, ("Wish.Purse", "FreeOnly"))).Document.QuerySelectorAll(".portal-suggestions .portal-match").Length.ShouldBe(1);
        (await SayAsync(site, id, ("Wish.Purse", "Little"))).Document.QuerySelectorAll(".portal-suggestions .portal-match").Length.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_need_nothing_fits_is_counted_once_and_says_nobody(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        await site.Site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new Taxonomy { Id = TaxonomyIds.Need, Title = "Needs", Path = "need" });
            db.Add(new Term { Id = "t-sleep-term", TaxonomyId = TaxonomyIds.Need, Path = "sleep", Names = [new TermName("en", "Sleep", [])] });
            await db.SaveChangesAsync();
        });
        var id = PlanSite.IdOf(await site.StartAsync());
        var plan = await SayAsync(site, id, ("Wish.Needs", "sleep"), ("Wish.Place", "BD18 3EL"), ("Wish.Reach", "Bus"));
        plan.Text.ShouldContain("No group fits.");

        plan = await site.PressAsync(plan, "button[formaction*='Unmet']");

        plan.Text.ShouldContain("Recorded as an unmet need");
        plan.Document.QuerySelector("button[formaction*='Unmet']").ShouldBeNull();
        (await NeedsAsync(site)).ShouldBe([("need:sleep", "BD18", 1)]);
        await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().SingleAsync(entry => entry.Action == "plan.unmet-need" && entry.Before == null && entry.After == null && entry.Why == null));
        (await (await site.Site.SignInAsync("ManageListings")).GetAsync("/manage/insight")).Text.ShouldContain("Sleep");

        // A second press, as from a page that was open twice, counts nothing; other wishes do.
        var again = await site.Worker.GetAsync($"/workspace/plans/{id}");
        again.Find("#plan-form").SetAttribute("action", $"{site.Site.Tenant.PathPrefix}/workspace/plans/{id}?handler=Unmet");
        await site.Worker.SubmitAsync(again, "#plan-form");
        (await NeedsAsync(site)).ShouldBe([("need:sleep", "BD18", 1)]);
        plan = await SayAsync(site, id, ("Wish.Needs", "sleep"), ("Wish.Place", "BD18 3EL"), ("Wish.Reach", "Walk"));
        await site.PressAsync(plan, "button[formaction*='Unmet']");
        (await NeedsAsync(site)).ShouldBe([("need:sleep", "BD18", 2)]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_said_is_sealed_and_comes_back_to_be_changed(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartAsync());
        await SayAsync(site, id, ("Wish.Place", "Shipley"), ("Wish.Reach", "Bus"), ("Wish.Faith", "Halal food"));

        var stored = await site.Site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Plan>().AsNoTracking().SingleAsync(plan => plan.Id == id));
        stored.SealedWishes!.ShouldNotContain("Halal");
        await site.Site.RunAsync(services =>
        {
            stored.Wishes(services.GetRequiredService<PrivateText>()).Faith.ShouldBe("Halal food");
            return Task.CompletedTask;
        });
        var form = await site.Worker.GetAsync($"/workspace/plans/{id}/suits");
        form.Find("[name='Wish.Faith']").GetAttribute("value").ShouldBe("Halal food");
        form.Find("[name='Wish.Reach'][checked]").GetAttribute("value").ShouldBe("Bus");

        // Nothing ticked at all is nothing kept.
        await SayAsync(site, id, ("Wish.Place", ""), ("Wish.Reach", "Unknown"), ("Wish.Faith", ""), ("Wish.Languages", null));
        (await site.Worker.GetAsync($"/workspace/plans/{id}")).Text.ShouldContain("Say what would suit the person");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_place_that_is_missing_or_unknown_is_asked_for_and_nothing_typed_is_lost(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);
        var id = PlanSite.IdOf(await site.StartAsync());

        var form = await SayAsync(site, id, ("Wish.Reach", "Walk"), ("Wish.Faith", "Halal food"));
        form.Find("#Wish-Place-error, .nhsuk-error-message").TextContent.ShouldContain("Say where they set out from.");
        form.Find("[name='Wish.Faith']").GetAttribute("value").ShouldBe("Halal food");

        (await SayAsync(site, id, ("Wish.Place", "Nowhere at all"))).Find(".nhsuk-error-message").TextContent.ShouldContain("We could not find that place.");
        (await site.Worker.GetAsync($"/workspace/plans/{id}/suits")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_index_is_gone_through_by_a_rule_of_another_module(DatabaseKind kind)
    {
        var site = await PlanSite.CreateAsync(kind);

        var found = await site.Site.RunAsync(services => services.GetRequiredService<IItemScan>().ScanAsync(
            new ScanQuery
            {
                Kind = ListingFacets.Kind,
                Language = "en",
                Near = new Point(53.83354, -1.77771),
                Asked = [new Facet(ListingFacets.Slot, "TU-morning"), new Facet(ListingFacets.Slot, "TU-evening"), new Facet(ListingFacets.Language, ScanQuery.AnyValue)],
                Score = item => item.HasPlace ? 1 : null,
                Take = 1,
            },
            default));

        found.Total.ShouldBe(2);
        var best = found.Best.ShouldHaveSingleItem();
        best.ItemId.ShouldBe(PlanSite.Choir, "Of those liked alike, the first by title comes first.");
        best.Facts.Has.ShouldBe((UInt128)0b101);
        best.Facts.Miles!.Value.ShouldBe(0, 0.001);
    }

    private static async Task<Answer> SayAsync(PlanSite site, string id, params (string Name, string? Value)[] wishes)
        => await site.Worker.SubmitAsync(await site.Worker.GetAsync($"/workspace/plans/{id}/suits"), "form:has([name='Wish.Place'])", wishes);

    private static Task ChangeAsync(PlanSite site, string listing, Func<ListingFacts, ListingFacts> change)
        => site.Site.RunAsync(async services =>
        {
            var editor = services.GetRequiredService<ListingEditor>();
            var revision = await services.GetRequiredService<PortalDbContext>().Set<Listing>().Where(known => known.Id == listing).Select(known => known.Revision).SingleAsync();
            (await editor.ChangeFactsAsync(listing, revision, change, default)).Result.ShouldBe(EditResult.Saved);
        });

    private static Task<List<(string, string, int)>> NeedsAsync(PlanSite site)
        => site.Site.RunAsync(async services => (await services.GetRequiredService<PortalDbContext>().Set<UnmetNeed>().AsNoTracking().ToListAsync()).ConvertAll(need => (need.Category, need.Area, need.Count)));

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
