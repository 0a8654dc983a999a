using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using TestSupport;

namespace Benchmarks;

/// <summary>How long the server takes to answer searches among 10,000 listings in three languages, from opening the tenant's scope to the page of hits.</summary>
internal static class SearchBenchmark
{
    private const int Listings = 10_000, Batch = 500, WarmUp = 200, Rounds = 1_000;
    private static readonly string[] count = ["day", "time", "cost", "language", "tax-activity", "tax-access", "tax-need", "tax-audience"];
    private static readonly string[] words = ["walking group", "choir", "gentle yoga", "tea", "painting", "women exercise", "gardening", "swimming", "chair based", "benefits advice"];
    private static readonly string[] urdu = ["چہل قدمی", "گانا", "یوگا", "چائے", "باغبانی"];
    private static readonly string[] misspelt = ["yogga", "waking grup", "swiming pol", "gardning", "excercise clas"];

    public static async Task RunAsync(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None");
        var site = await TestSite.CreateAsync(host);
        var listings = new GeneratedListings(seed: 20261122);
        Console.WriteLine($"{kind}, {Listings.ToString(CultureInfo.InvariantCulture)} listings");
        await FillAsync(site, listings);
        await PutAsync(site, listings, "100 more in one save", Listings, 100);
        await PutAsync(site, listings, "the same 100 again", Listings, 100);
        await PutAsync(site, listings, "one of them", Listings, 1);

        await MeasureFirstAfterAChangeAsync(site, listings);
        await MeasureAsync(site, "words, place and filters", Rounds, () => Query("en", listings.One(words)) with
        {
            Near = listings.Somewhere(0.1),
            WithinMiles = 10,
            Filters = [new Facet("day", "TU"), new Facet("day", "TH"), new Facet("cost", "free")],
        });
        await MeasureAsync(site, "words", Rounds, () => Query("en", listings.One(words)));
        await MeasureAsync(site, "words in Urdu and place", Rounds, () => Query("ur", listings.One(urdu)) with { Near = listings.Somewhere(0.1) });
        await MeasureAsync(site, "place and filters", Rounds, () => Query("en", null) with { Near = listings.Somewhere(0.1), WithinMiles = 5, Filters = [new Facet("cost", "free")] });
        await MeasureAsync(site, "everything", Rounds, () => Query("en", null));
        await MeasureAsync(site, "misspelt words", Rounds, () => Query("en", listings.One(misspelt)));
    }

    private static SearchQuery Query(string language, string? typed) => new() { Kinds = ["listing"], Language = language, Words = typed, Count = count };

    private static async Task FillAsync(TestSite site, GeneratedListings listings)
    {
        var watch = Stopwatch.StartNew();
        for (var first = 0; first < Listings; first += Batch) await PutAsync(site, listings, null, first, Batch);
        Console.WriteLine($"  {"putting them in",-28} {watch.Elapsed.TotalSeconds.ToString("f1", CultureInfo.InvariantCulture)} s");
    }

    private static async Task PutAsync(TestSite site, GeneratedListings listings, string? name, int first, int number)
    {
        var items = Enumerable.Range(first, number).Select(listings.Next).ToList();
        var watch = Stopwatch.StartNew();
        await site.RunAsync(async services =>
        {
            var index = services.GetRequiredService<ISearchIndex>();
            foreach (var item in items) await index.PutAsync(item, default);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        });
        if (name is not null) Console.WriteLine($"  {name,-28} {watch.Elapsed.TotalMilliseconds.ToString("f0", CultureInfo.InvariantCulture)} ms");
    }

    private static async Task MeasureFirstAfterAChangeAsync(TestSite site, GeneratedListings listings)
    {
        var times = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            await PutAsync(site, listings, null, round, 1);
            var start = Stopwatch.GetTimestamp();
            await site.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(Query("en", listings.One(words)), default));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Print("first after a change", times, found: null);
    }

    private static async Task MeasureAsync(TestSite site, string name, int rounds, Func<SearchQuery> query)
    {
        var times = new List<double>(rounds);
        var found = 0L;
        for (var round = -WarmUp; round < rounds; round++)
        {
            var next = query();
            var start = Stopwatch.GetTimestamp();
            var results = await site.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(next, default));
            if (round < 0) continue;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found += results.Total;
        }

        Print(name, times, found / rounds);
    }

    private static void Print(string name, List<double> times, long? found)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {name,-28} median {times[times.Count / 2],6:f2} ms, p99 {times[times.Count * 99 / 100],6:f2} ms{(found is null ? "" : $", {found} found on average")}"));
    }
}
