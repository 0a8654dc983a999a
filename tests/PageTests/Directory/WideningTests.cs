using AngleSharp.Dom;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>A search that finds nothing, or next to nothing, goes on: it says what there is not, and shows what there is.</summary>
public sealed class WideningTests
{
    private static readonly string phone = BradfordSite.Settings.ContactPhone!;

    [DatabaseTheory, EveryDatabase]
    public async Task A_misspelt_word_shows_what_was_meant_and_says_so(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?q=knittng");

        page.Find(".portal-count").TextContent.ShouldContain("Nothing found for “knittng”");
        page.Find(".portal-widened__title").TextContent.ShouldBe("Nothing found for “knittng”. We looked for “knitting”.");
        Titles(page).ShouldContain("Knit and Natter, Thornton");
        page.Document.QuerySelectorAll(".portal-spelling").Length.ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_misspelt_word_among_others_shows_what_has_all_of_them_first_and_nothing_twice(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?q=knittng+thornton");

        page.Find(".portal-widened__title").TextContent.ShouldBe("No group has all of “knittng thornton”. We looked for “knitting thornton”.");
        page.Document.QuerySelector(".portal-card__title")!.TextContent.ShouldBe("Knit and Natter, Thornton");
        page.Document.QuerySelectorAll(".portal-card__title a").Select(link => link.GetAttribute("href")).ShouldBeUnique();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_near_shows_what_is_a_little_farther_and_how_far(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?q=choir&near=Ilkley&within=1");

        page.Find(".portal-widened__title").TextContent.ShouldBe("Nobody meets up to 1 mile from Ilkley. These meet up to 10 miles away.");
        page.Find(".portal-widened").TextContent.ShouldContain("miles");
        Titles(page).ShouldContain("Shipley Singers");
        page.Text.ShouldContain("These you can join from home");
        page.Find(".portal-widened p a").GetAttribute("href")!.ShouldContain("within=10");
        page.Text.ShouldContain(phone);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nothing_on_that_day_shows_other_days(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?category=water&day=SA");

        page.Find(".portal-widened__title").TextContent.ShouldBe("Nothing on Saturday. These are on other days.");
        Titles(page).ShouldContain("Keighley Water Walking");
        page.Text.ShouldContain(phone);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task One_filter_that_is_in_the_way_is_named(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?category=water&cost=free");

        page.Find(".portal-widened__title").TextContent.ShouldBe("Nothing fits all you asked for. These fit all but this: Free.");
        Titles(page).ShouldContain("Keighley Water Walking");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Next_to_nothing_is_followed_by_more_that_fits_nearly(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?q=choir+keighley");

        page.Find(".portal-count").TextContent.ShouldBe("1 group");
        page.Document.QuerySelector(".portal-card__title")!.TextContent.ShouldBe("Worth Valley Voices");
        page.Find(".portal-widened__title").TextContent.ShouldBe("That is not many. These have some of your words.");
        Titles(page).ShouldContain("Shipley Singers");
        Titles(page).ShouldNotContain("Worth Valley Voices");
        page.Text.ShouldContain(phone);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Words_that_nothing_has_all_of_are_said_to_be_found_in_part(DatabaseKind kind)
        => (await GetAsync(kind, "/groups?q=zzzzqqqq+choir")).Text.ShouldContain("No group has all of your words. These have some of them.");

    [DatabaseTheory, EveryDatabase]
    public async Task Words_that_lead_nowhere_lead_to_kinds_and_to_a_person(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?q=zzzzqqqq");

        page.Document.QuerySelector(".portal-widened").ShouldBeNull();
        page.Document.QuerySelectorAll(".portal-empty__kinds a").Length.ShouldBeGreaterThan(8);
        page.Find(".portal-empty__kinds a").GetAttribute("href")!.ShouldContain("category=");
        page.Text.ShouldContain(phone);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Enough_is_left_as_it_is(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?q=walk&near=Shipley&within=5");

        page.Document.QuerySelector(".portal-widened").ShouldBeNull();
        page.Document.QuerySelector(".portal-empty").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_way_on_foot_is_an_estimate_and_says_so(DatabaseKind kind)
    {
        var page = await GetAsync(kind, "/groups?near=Shipley");

        page.Find(".portal-cards").TextContent.ShouldMatch("about [0-9]+ minutes on foot");
        page.Text.ShouldContain("Walking times are estimates");
        (await GetAsync(kind, "/groups")).Text.ShouldNotContain("on foot");
    }

    private static async Task<Answer> GetAsync(DatabaseKind kind, string path) => await (await BradfordSite.ToLookAtAsync(kind)).Visitor.GetAsync(path);

    private static IEnumerable<string> Titles(Answer page) => page.Document.QuerySelectorAll(".portal-widened .portal-card__title").Select(title => title.TextContent);
}
