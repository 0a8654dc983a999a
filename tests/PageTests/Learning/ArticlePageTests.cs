using System.Net;
using System.Text.Json.Nodes;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Learning;

public sealed class ArticlePageTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task An_article_is_read_in_the_language_of_the_reader(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var english = await site.Visitor.GetAsync("/learn/flare-up-plan");
        var urdu = await site.Visitor.GetAsync("/ur/learn/flare-up-plan");
        var polish = await site.Visitor.GetAsync("/pl/learn/flare-up-plan");

        english.Find("h1").TextContent.ShouldBe("Your own plan for a flare-up");
        english.Find(".portal-article__meta").TextContent.ShouldContain("3 minutes to read");
        english.Document.QuerySelector(".portal-notice").ShouldBeNull();
        urdu.Find("html").GetAttribute("dir").ShouldBe("rtl");
        urdu.Find("h1").TextContent.ShouldBe("درد بڑھ جائے تو: آپ کا اپنا منصوبہ");
        urdu.Find("#article-body").GetAttribute("lang").ShouldBe("ur");
        urdu.Find(".portal-notice").TextContent.ShouldContain("یہ ترجمہ مشین نے کیا ہے");
        urdu.Find(".portal-notice a").GetAttribute("href").ShouldBe(site.Tenant.PathPrefix + "/learn/flare-up-plan");
        polish.Find(".portal-notice").TextContent.ShouldContain("Przetłumaczone automatycznie");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_language_without_a_translation_shows_the_next_best_and_says_so(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var page = await site.Visitor.GetAsync("/cy/learn/pacing");

        page.Find("html").GetAttribute("lang").ShouldBe("cy");
        page.Find("h1").GetAttribute("lang").ShouldBe("en");
        page.Find("h1").GetAttribute("dir").ShouldBe("ltr");
        page.Find("#article-body").GetAttribute("lang").ShouldBe("en");
        page.Find(".portal-notice").TextContent.ShouldContain("This page is not yet in your language");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_article_has_contents_boxes_to_try_and_more_to_read(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var page = await site.Visitor.GetAsync("/learn/flare-up-plan");

        page.Document.QuerySelectorAll("nav[aria-labelledby=contents] a").Select(link => link.GetAttribute("href")).ShouldBe(["#section-1", "#section-2", "#section-3", "#section-4", "#section-5"]);
        page.Find("#section-5").TextContent.ShouldBe("When to get help");
        page.Find(".portal-try").TextContent.ShouldContain("Try this");
        page.Document.QuerySelectorAll("section[aria-labelledby=next] h3 a").Select(link => link.GetAttribute("href"))
            .ShouldBe(new[] { "pacing", "understanding-pain", "sleeping-with-pain" }.Select(slug => $"{site.Tenant.PathPrefix}/learn/{slug}"));
        page.Find("[data-module=listen]").HasAttribute("hidden").ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Search_engines_are_told_what_it_is(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var page = await site.Visitor.GetAsync("/ur/learn/pacing");

        var data = JsonNode.Parse(page.Find("script[type='application/ld+json']").TextContent)!;
        data["@context"]!.GetValue<string>().ShouldBe("https://schema.org");
        data["@type"]!.GetValue<string>().ShouldBe("Article");
        data["inLanguage"]!.GetValue<string>().ShouldBe("ur");
        page.Document.QuerySelectorAll("link[hreflang]").Length.ShouldBe(4);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Reading_sets_no_cookie(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        foreach (var path in (string[])["/learn", "/learn/pacing", "/programmes", "/programmes/first-two-hours"])
            (await site.Visitor.GetAsync(path)).Response.Headers.Contains("Set-Cookie").ShouldBeFalse(path);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_does_not_exist_is_not_found(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        (await site.Visitor.GetAsync("/learn/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_library_shows_collections_and_can_be_narrowed_to_a_need(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var all = await site.Visitor.GetAsync("/pl/learn");
        var sleep = await site.Visitor.GetAsync("/learn?need=sleep");
        var unknown = await site.Visitor.GetAsync("/learn?need=nothing", followRedirects: false);

        all.Document.QuerySelectorAll("section[aria-labelledby^=shelf-]").Length.ShouldBe(3);
        all.Find("section[aria-labelledby=shelf-start-here] h3").HasAttribute("lang").ShouldBeFalse();
        sleep.Document.QuerySelectorAll(".portal-tile h3 a").Select(link => link.TextContent).ShouldContain("Sleeping when it hurts");
        sleep.Text.ShouldNotContain("Faith and pain");
        sleep.Find(".portal-chip[aria-current]").TextContent.ShouldBe("Sleep");
        unknown.Response.Headers.Location!.ToString().ShouldBe(site.Tenant.PathPrefix + "/learn");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Articles_are_found_by_words_of_any_language(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        foreach (var words in (string[])["flare-up", "نیند", "sen"])
            (await FindAsync(site, words)).ShouldNotBeEmpty(words);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_article_names_groups_that_fit(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        foreach (var name in (string[])["bradford-organisations", "bradford-venues", "bradford-listings"])
            (await ReadingSite.RunAsync(site, ReadingSite.FileOf(name, "bradford"))).ShouldBeEmpty();

        var page = await site.Visitor.GetAsync("/ur/learn/sleeping-with-pain");
        var programme = await site.Visitor.GetAsync("/programmes/first-two-hours");

        page.Document.QuerySelectorAll("section[aria-labelledby=fit] .portal-card").Length.ShouldBe(3);
        page.Find("section[aria-labelledby=fit] > p a").GetAttribute("href")!.ShouldStartWith(site.Tenant.PathPrefix + "/ur/groups?need=");
        programme.Document.QuerySelectorAll("section[aria-labelledby=fit] .portal-card").Length.ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_home_page_shows_three_articles(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);

        var home = await site.Visitor.GetAsync("/ur");

        home.Document.QuerySelectorAll("section[aria-labelledby=read] .portal-tile").Length.ShouldBe(3);
        home.Find("section[aria-labelledby=read] .portal-tile a").GetAttribute("href")!.ShouldStartWith(site.Tenant.PathPrefix + "/ur/learn/");
    }

    private static Task<IReadOnlyList<string>> FindAsync(TestSite site, string words)
        => site.RunAsync(async services =>
        {
            var search = (Portal.Search.Contracts.ISearch)services.GetService(typeof(Portal.Search.Contracts.ISearch))!;
            var found = await search.FindAsync(new Portal.Search.Contracts.SearchQuery { Kinds = ["article"], Language = "en", Words = words }, CancellationToken.None);
            return (IReadOnlyList<string>)[.. found.Hits.Select(hit => hit.ItemId)];
        });
}
