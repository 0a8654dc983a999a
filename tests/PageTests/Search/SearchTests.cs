using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Search;

public sealed class SearchTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Urdu_words_find_groups_that_were_entered_in_English(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        var found = await FindAsync(site, new SearchQuery { Language = "ur", Words = "چہل قدمی", Kinds = ["listing"] });

        found.Hits.Select(hit => hit.ItemId).ShouldBe(["lister-park-walk", "womens-walk", "canal-stroll", "old-walk"], ignoreOrder: true);
        found.Hits.ShouldAllBe(hit => hit.TextLanguage == "en");
        found.Suggestion.ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_same_words_typed_on_an_Arabic_keyboard_find_the_same(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        var urdu = await FindAsync(site, new SearchQuery { Language = "ur", Words = "چہل قدمی" });
        var arabic = await FindAsync(site, new SearchQuery { Language = "ur", Words = "چهل قدمي" });

        Ids(arabic).ShouldBe(Ids(urdu));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Text_is_shown_in_the_readers_language_where_there_is_one(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        var hit = (await FindAsync(site, new SearchQuery { Language = "ur", Words = "اون" })).Hits.ShouldHaveSingleItem();

        (hit.ItemId, hit.Title, hit.TextLanguage).ShouldBe(("knit", "بُنائی اور باتیں", "ur"));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_synonym_finds_and_a_misspelling_is_answered_with_a_proposal(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "quire" })).ShouldBe(["shipley-singers"]);
        (await FindAsync(site, new SearchQuery { Language = "en", Words = "yogga" })).Suggestion.ShouldBe("yoga");
        (await FindAsync(site, new SearchQuery { Language = "en", Words = "Waking grup" })).Suggestion.ShouldBe("walking group");
        (await FindAsync(site, new SearchQuery { Language = "en", Words = "xylophone" })).Suggestion.ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_last_word_may_be_only_begun(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "shipley sing" })).ShouldBe(["shipley-singers"]);
        Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "yog" })).ShouldBe(["online-yoga"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task All_words_are_needed_and_any_will_do_only_where_nothing_has_all(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "women walk" })).ShouldBe(["womens-walk"]);
        Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "choir wool" })).ShouldBe(["shipley-singers", "knit"], ignoreOrder: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_word_in_the_title_beats_one_in_the_text_and_a_stale_listing_sinks(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        var ids = Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "walk", Kinds = ["listing"] }));

        ids.ShouldBe(["lister-park-walk", "womens-walk", "canal-stroll", "old-walk", "knit"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Filters_add_up_and_counts_say_what_each_choice_would_give(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        var found = await FindAsync(site, new SearchQuery
        {
            Language = "en",
            Kinds = ["listing"],
            Filters = [new Facet("category", "walking"), new Facet("cost", "free"), new Facet("day", "TU"), new Facet("day", "WE")],
            Count = ["day", "cost", "category", "how"],
        });

        Ids(found).ShouldBe(["lister-park-walk", "old-walk"]);
        found.Total.ShouldBe(2);
        found.Counts["day"].ShouldBe(new Dictionary<string, int> { ["TU"] = 2, ["TH"] = 3, ["WE"] = 2 }, ignoreOrder: true);
        found.Counts["cost"].ShouldBe(new Dictionary<string, int> { ["free"] = 2, ["paid"] = 3 }, ignoreOrder: true);
        found.Counts["category"].ShouldBe(new Dictionary<string, int> { ["walking"] = 2, ["yoga"] = 3 }, ignoreOrder: true);
        found.Counts["how"].ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_filter_that_nothing_has_gives_nothing(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        var found = await FindAsync(site, new SearchQuery { Language = "en", Filters = [new Facet("day", "SU")], Count = ["day"] });

        found.Total.ShouldBe(0);
        found.Counts["day"]["TU"].ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_radius_drops_what_is_far_and_never_what_has_no_place(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        var found = await FindAsync(site, new SearchQuery { Language = "en", Kinds = ["listing"], Near = SampleListings.Bradford, WithinMiles = 5 });

        Ids(found).ShouldBe(["knit", "lister-park-walk", "womens-walk", "shipley-singers", "old-walk", "phone-friends", "online-yoga"]);
        found.Hits[2].Miles!.Value.ShouldBe(1.2, 0.1);
        found.Hits[5].Miles.ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Pages_follow_each_other_without_gaps(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        var all = Ids(await FindAsync(site, new SearchQuery { Language = "en" }));

        var paged = new List<string>();
        for (var page = 1; page <= 4; page++) paged.AddRange(Ids(await FindAsync(site, new SearchQuery { Language = "en", Page = page, PageSize = 3 })));

        all.Count.ShouldBe(SampleListings.All.Count);
        paged.ShouldBe(all);
        (await FindAsync(site, new SearchQuery { Language = "en", Page = int.MaxValue, PageSize = 20 })).Hits.ShouldBeEmpty();
        (await FindAsync(site, new SearchQuery { Language = "en", PageSize = 0 })).Total.ShouldBe(SampleListings.All.Count);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_changed_item_is_found_by_its_new_words_only_and_a_removed_one_not_at_all(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        await IndexAsync(site, async index =>
        {
            await index.PutAsync(SampleListings.All[3] with { Texts = [new SearchText("en", "Shipley Drummers", "Drums for everyone.", "")], TermWords = [] }, default);
            await index.RemoveAsync("listing", "knit", default);
        });

        Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "choir" })).ShouldBeEmpty();
        Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "drum" })).ShouldBe(["shipley-singers"]);
        Ids(await FindAsync(site, new SearchQuery { Language = "en", Words = "wool" })).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Clearing_one_kind_leaves_the_others_and_what_is_put_after_stays(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);
        await IndexAsync(site, async index =>
        {
            await index.ClearAsync("listing", default);
            await index.PutAsync(SampleListings.All[0], default);
        });

        Ids(await FindAsync(site, new SearchQuery { Language = "en" })).ShouldBe(["lister-park-walk", "pacing"], ignoreOrder: true);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_not_saved_is_not_found(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        await site.RunAsync(services => services.GetRequiredService<ISearchIndex>().ClearAsync("listing", default));

        (await FindAsync(site, new SearchQuery { Language = "en" })).Total.ShouldBe(SampleListings.All.Count);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_language_that_is_added_later_finds_at_once_by_fallback_and_terms(DatabaseKind kind)
    {
        var site = await SiteAsync(kind, new TenantSettings { Languages = ["en"] });
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await Setting.WriteAsync(db, Setting.Site, new TenantSettings { Languages = ["en", "ur"] });
            await db.SaveChangesAsync();
        });

        Ids(await FindAsync(site, new SearchQuery { Language = "ur", Words = "گانا" })).ShouldBe(["shipley-singers"]);
        (await FindAsync(site, new SearchQuery { Language = "ur", Words = "wool" })).Hits.ShouldHaveSingleItem().TextLanguage.ShouldBe("ur");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_tenants_never_mix(DatabaseKind kind)
    {
        var one = await SiteAsync(kind);
        var other = await TestSite.CreateAsync(kind);

        (await FindAsync(other, new SearchQuery { Language = "en" })).Total.ShouldBe(0);
        (await FindAsync(other, new SearchQuery { Language = "en", Words = "yogga" })).Suggestion.ShouldBeNull();
        (await FindAsync(one, new SearchQuery { Language = "en" })).Total.ShouldBe(SampleListings.All.Count);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Signs_of_the_databases_own_query_languages_do_no_harm(DatabaseKind kind)
    {
        var site = await SiteAsync(kind);

        foreach (var words in new[] { "\"", "'", "walk* OR", "NEAR(", "a:b & !c", "';--", "\\", "\0", "-walk", "🎵" })
            await Should.NotThrowAsync(() => FindAsync(site, new SearchQuery { Language = "en", Words = words }));
    }

    /// <summary>The order is computed by the program, so it must not depend on the database.</summary>
    [SkippableTheory]
    [InlineData("en", "walk")]
    [InlineData("en", "walking group")]
    [InlineData("en", "easy walk tea")]
    [InlineData("en", "choir wool lake")]
    [InlineData("ur", "چہل قدمی")]
    [InlineData("ur", "yoga")]
    [InlineData("pl", "chór")]
    [InlineData("pl", null)]
    [InlineData("en", "every")]
    [InlineData("en", "waking grup")]
    public async Task Both_databases_find_the_same_in_the_same_order(string language, string? words)
    {
        var query = new SearchQuery { Language = language, Words = words, Near = SampleListings.Bradford, Count = ["day", "cost"] };

        var sqlite = await FindAsync(await SiteAsync(DatabaseKind.Sqlite), query);
        var postgres = await FindAsync(await SiteAsync(DatabaseKind.Postgres), query);

        postgres.Hits.ShouldBe(sqlite.Hits);
        postgres.Counts["day"].ShouldBe(sqlite.Counts["day"], ignoreOrder: true);
        postgres.Suggestion.ShouldBe(sqlite.Suggestion);
    }

    private static async Task<TestSite> SiteAsync(DatabaseKind kind, TenantSettings? settings = null)
    {
        var site = await TestSite.CreateAsync(kind, settings);
        await IndexAsync(site, async index =>
        {
            foreach (var item in SampleListings.All) await index.PutAsync(item, default);
        });
        return site;
    }

    private static Task IndexAsync(TestSite site, Func<ISearchIndex, Task> change) => site.RunAsync(async services =>
    {
        await change(services.GetRequiredService<ISearchIndex>());
        await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
    });

    private static Task<SearchResults> FindAsync(TestSite site, SearchQuery query)
        => site.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(query, default));

    private static IReadOnlyList<string> Ids(SearchResults results) => [.. results.Hits.Select(hit => hit.ItemId)];
}
