using System.Net;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class SearchPageTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_search_in_Urdu_finds_walking_groups_written_in_English(DatabaseKind kind)
    {
        var page = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/ur/groups?q=چہل+قدمی");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.QuerySelectorAll(".portal-card").Length.ShouldBeGreaterThan(3);
        page.Document.QuerySelectorAll(".portal-card__title a").Select(link => link.GetAttribute("href")!).ShouldAllBe(href => href.Contains("/ur/groups/", StringComparison.Ordinal));
        page.Find("html").GetAttribute("dir").ShouldBe("rtl");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_misspelt_choir_finds_choirs_or_offers_them(DatabaseKind kind)
    {
        var visitor = (await BradfordSite.ToLookAtAsync(kind)).Visitor;

        (await visitor.GetAsync("/groups?q=quire")).Text.ShouldContain("Shipley Singers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Filters_count_narrow_down_and_are_taken_back(DatabaseKind kind)
    {
        var visitor = (await BradfordSite.ToLookAtAsync(kind)).Visitor;
        var all = await visitor.GetAsync("/groups");
        var walking = all.Document.QuerySelectorAll(".portal-filter__list a").First(link => link.GetAttribute("href")!.EndsWith("?category=walking", StringComparison.Ordinal));
        var count = int.Parse(walking.QuerySelector(".portal-filter__number")!.FirstChild!.TextContent, System.Globalization.CultureInfo.InvariantCulture);

        var narrowed = await visitor.GetAsync("/groups?category=walking");

        narrowed.Find(".portal-count").TextContent.ShouldBe($"{count} groups");
        narrowed.Find(".portal-chip").TextContent.ShouldContain("Walking");
        narrowed.Find(".portal-chip").GetAttribute("href")!.ShouldEndWith("/groups");
        narrowed.Document.Title!.ShouldContain($"{count} groups");
        narrowed.Find("div[role=status]").TextContent.ShouldContain($"{count} groups");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_place_gives_distances_and_the_nearest_first(DatabaseKind kind)
    {
        var page = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/groups?near=bd18+3el&within=3");

        page.Find(".portal-cards").TextContent.ShouldContain("miles");
        page.Find(".portal-chips").TextContent.ShouldContain("up to 3 miles from BD18 3EL");
        page.Find("input[name=near]").GetAttribute("value").ShouldBe("bd18 3el");
        page.Find(".portal-search input[name=within]").GetAttribute("value").ShouldBe("3");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_unknown_place_is_told_beside_its_field_and_loses_no_results(DatabaseKind kind)
    {
        var visitor = (await BradfordSite.ToLookAtAsync(kind)).Visitor;

        var page = await visitor.GetAsync("/groups?near=Atlantis&within=3");

        page.Find("#near-error").TextContent.ShouldContain("could not find that place");
        page.Find("#near").GetAttribute("aria-describedby").ShouldBe("near-error");
        page.Find(".portal-count").TextContent.ShouldBe((await visitor.GetAsync("/groups")).Find(".portal-count").TextContent);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_found_offers_ways_out(DatabaseKind kind)
    {
        var visitor = (await BradfordSite.ToLookAtAsync(kind)).Visitor;

        var page = await visitor.GetAsync("/groups?q=zzzzqqqq&day=SU");

        page.Find(".portal-count").TextContent.ShouldContain("Nothing found");
        var way = page.Find(".portal-empty a");
        (await visitor.GetAsync(way.GetAttribute("href")!.Split('/', 3)[2])).Document.QuerySelectorAll(".portal-card").Length.ShouldBeGreaterThan(0);
        page.Text.ShouldContain("0113 496 0123");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Pages_follow_each_other_without_repeating_a_group(DatabaseKind kind)
    {
        var visitor = (await BradfordSite.ToLookAtAsync(kind)).Visitor;

        var first = (await visitor.GetAsync("/groups")).Document.QuerySelectorAll(".portal-card__title a").Select(link => link.GetAttribute("href")).ToList();
        var second = (await visitor.GetAsync("/groups?page=2")).Document.QuerySelectorAll(".portal-card__title a").Select(link => link.GetAttribute("href")).ToList();

        first.Count.ShouldBe(20);
        first.Intersect(second).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_typed_never_becomes_markup_and_no_cookie_is_set(DatabaseKind kind)
    {
        var page = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/groups?q=%3Cscript%3Ealert(1)%3C/script%3E&day=%22%3E%3Cb%3E&language=%3Cb%3E");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Body.ShouldNotContain("<script>alert");
        page.Body.ShouldNotContain("\"><b>");
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_home_page_leads_to_kinds_and_to_this_week(DatabaseKind kind)
    {
        var page = await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync("/");

        page.Find("h1").TextContent.ShouldBe("Find something that helps, near you");
        page.Document.QuerySelectorAll(".portal-kinds a").Length.ShouldBeInRange(6, 12);
        page.Document.QuerySelectorAll(".portal-week__item").Length.ShouldBeGreaterThan(0);
        page.Response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }
}
