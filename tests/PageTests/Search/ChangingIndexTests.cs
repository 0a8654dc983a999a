using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using Portal.Search.Services;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Search;

/// <summary>The index in memory follows the changes piece by piece; it must never differ from the one in the database.</summary>
public sealed class ChangingIndexTests
{
    private static readonly string[] words = ["walk", "choir", "yoga", "garden", "tea", "swim", "paint", "knit", "dance", "talk"];
    private static readonly string[] days = ["MO", "TU", "WE"];

    private static readonly SearchQuery[] queries =
    [
        new() { Language = "en", PageSize = 1000, Count = ["day"] },
        new() { Language = "ur", PageSize = 1000, Words = "walk" },
        new() { Language = "en", PageSize = 1000, Words = "choir garden", Count = ["day"] },
        new() { Language = "en", PageSize = 1000, Words = "yog", Near = SampleListings.Bradford, WithinMiles = 8, Filters = [new Facet("day", "TU")], Count = ["day"] },
        new() { Language = "pl", PageSize = 7, Page = 3, Near = SampleListings.Bradford },
        new() { Language = "en", PageSize = 20, Words = "swimm gardn" },
    ];

    [DatabaseTheory, EveryDatabase]
    public async Task After_any_changes_what_is_kept_in_memory_equals_what_is_read_anew(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var random = new Random(20261125);
        var there = new Dictionary<string, SearchItem>(StringComparer.Ordinal);
        for (var round = 0; round < 60; round++)
        {
            await ChangeAsync(site, random, there);
            foreach (var query in queries)
            {
                var kept = await site.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(query, default));
                var anew = await site.RunAsync(services => Anew(services).FindAsync(query, default));
                ShouldBeAlike(kept, anew);
                if (query.Words is null && query.Page == 1) kept.Hits.Select(hit => hit.ItemId).ShouldBe(there.Keys, ignoreOrder: true);
            }
        }

        var other = await TestSite.CreateAsync(kind);
        await SaveAsync(other, async index =>
        {
            foreach (var item in there.Values) await index.PutAsync(item, default);
        });
        foreach (var query in queries)
        {
            var grown = await site.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(query, default));
            var atOnce = await other.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(query, default));
            // A segment keeps the words of entries that are gone until it is made anew, so proposals may differ.
            ShouldBeAlike(grown, atOnce with { Suggestion = grown.Suggestion });
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_is_found_by_the_next_search_of_the_same_request(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await SaveAsync(site, index => index.PutAsync(Item("first", "Walking group"), default));

        await site.RunAsync(async services =>
        {
            var search = services.GetRequiredService<ISearch>();
            (await Ids(search, "walking")).ShouldBe(["first"]);
            await services.GetRequiredService<ISearchIndex>().PutAsync(Item("second", "Walking club"), default);
            await services.GetRequiredService<ISearchIndex>().RemoveAsync("listing", "first", default);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
            (await Ids(search, "walking")).ShouldBe(["second"]);
        });
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_taken_back_is_found_inside_its_transaction_only(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await SaveAsync(site, index => index.PutAsync(Item("kept", "Walking group"), default));

        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<ISearchIndex>().PutAsync(Item("taken-back", "Walking club"), default);
            await db.SaveChangesAsync();
            (await Ids(services.GetRequiredService<ISearch>(), "walking")).ShouldBe(["taken-back", "kept"], ignoreOrder: true);
            await transaction.RollbackAsync();
            (await Ids(services.GetRequiredService<ISearch>(), "walking")).ShouldBe(["kept"]);
        });
        await SaveAsync(site, index => index.PutAsync(Item("later", "Walking friends"), default));

        await site.RunAsync(async services => (await Ids(services.GetRequiredService<ISearch>(), "walking")).ShouldBe(["later", "kept"], ignoreOrder: true));
    }

    [SkippableFact]
    public async Task A_change_made_on_one_machine_is_found_on_the_other()
    {
        await using var host = await PortalHost.StartAsync(DatabaseKind.Postgres);
        var here = await TestSite.CreateAsync(host);
        await using var second = await host.StartAnotherAsync();
        var there = await TestSite.OpenAsync(second, here.Tenant.Name);
        for (var round = 0; round < 20; round++)
        {
            var (writer, reader) = round % 2 == 0 ? (here, there) : (there, here);
            var id = $"item-{round.ToString(CultureInfo.InvariantCulture)}";
            await SaveAsync(writer, async index =>
            {
                await index.PutAsync(Item(id, "Walking group"), default);
                await index.RemoveAsync("listing", $"item-{(round - 3).ToString(CultureInfo.InvariantCulture)}", default);
            });

            var found = await reader.RunAsync(services => Ids(services.GetRequiredService<ISearch>(), "walking"));
            found.ShouldContain(id);
            found.Count.ShouldBe(Math.Min(round + 1, 3));
        }
    }

    private static void ShouldBeAlike(SearchResults one, SearchResults other)
    {
        one.Hits.ShouldBe(other.Hits);
        one.Total.ShouldBe(other.Total);
        one.Suggestion.ShouldBe(other.Suggestion);
        foreach (var (group, counts) in one.Counts) counts.ShouldBe(other.Counts[group], ignoreOrder: true);
    }

    private static async Task ChangeAsync(TestSite site, Random random, Dictionary<string, SearchItem> there)
    {
        await SaveAsync(site, async index =>
        {
            if (random.Next(20) == 0)
            {
                await index.ClearAsync("listing", default);
                there.Clear();
            }

            for (var i = random.Next(1, random.Next(4) == 0 ? 120 : 6); i > 0; i--)
            {
                var id = $"item-{random.Next(300).ToString("d3", CultureInfo.InvariantCulture)}";
                if (random.Next(4) == 0)
                {
                    await index.RemoveAsync("listing", id, default);
                    there.Remove(id);
                }
                else
                {
                    await index.PutAsync(there[id] = RandomItem(id, random), default);
                }
            }
        });
    }

    private static SearchItem RandomItem(string id, Random random)
    {
        var place = new Point(SampleListings.Bradford.Latitude + (random.NextDouble() / 4), SampleListings.Bradford.Longitude + (random.NextDouble() / 4));
        var anywhere = random.Next(5) == 0;
        return Item(id, $"{One()} {One()}") with
        {
            Texts =
            [
                new SearchText("en", $"{One()} {One()}", $"{One()} group", string.Join(' ', Enumerable.Range(0, 5).Select(_ => One()))),
                .. random.Next(3) == 0 ? new[] { new SearchText("ur", "چہل قدمی", One(), One()) } : [],
            ],
            TermWords = [One()],
            Facets = [new Facet("day", days[random.Next(days.Length)])],
            Place = anywhere ? null : place,
            Anywhere = anywhere,
            AssuredOn = SampleListings.Today.AddDays(-random.Next(400)),
        };

        string One() => words[random.Next(words.Length)];
    }

    private static SearchItem Item(string id, string title) => new() { Kind = "listing", ItemId = id, Slug = id, Texts = [new SearchText("en", title, "", "")] };

    /// <summary>A search that has nothing in memory yet.</summary>
    private static SearchService Anew(IServiceProvider services)
    {
        var reader = ActivatorUtilities.CreateInstance<IndexReader>(services, new IndexCache());
        return ActivatorUtilities.CreateInstance<SearchService>(services, reader, new Suggester(reader));
    }

    private static Task SaveAsync(TestSite site, Func<ISearchIndex, Task> change) => site.RunAsync(async services =>
    {
        await change(services.GetRequiredService<ISearchIndex>());
        await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<string>> Ids(ISearch search, string typed)
        => [.. (await search.FindAsync(new SearchQuery { Language = "en", Words = typed }, default)).Hits.Select(hit => hit.ItemId)];
}
