using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using TestSupport;

namespace Benchmarks;

/// <summary>How long the server takes to answer searches among many listings in three languages, from opening the tenant's scope to the page of hits.</summary>
internal static class SearchBenchmark
{
    private const int Batch = 500, WarmUp = 100, Rounds = 500;

    /// <summary>How many requests a second come at a steady pace, whether the ones before are answered or not, and for how long.</summary>
    private const int ASecond = 50, Seconds = 20;

    private static readonly string[] count = ["day", "time", "cost", "language", "tax-activity", "tax-access", "tax-need", "tax-audience"];
    private static readonly string[] words = ["walking group", "choir", "gentle yoga", "tea", "painting", "women exercise", "gardening", "swimming", "chair based", "benefits advice"];
    private static readonly string[] urdu = ["چہل قدمی", "گانا", "یوگا", "چائے", "باغبانی"];
    private static readonly string[] misspelt = ["yogga", "waking grup", "swiming pol", "gardning", "excercise clas"];

    public static async Task RunAsync(DatabaseKind kind, int number)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None");
        var site = await TestSite.CreateAsync(host);
        var listings = new GeneratedListings(seed: 20261122);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {number:n0} listings"));
        await FillAsync(site, listings, number);
        await PutAsync(site, listings, "100 more in one save", number, 100);
        await PutAsync(site, listings, "the same 100 again", number, 100);
        await PutAsync(site, listings, "one of them", number, 1);

        var before = Machine.Memory().Managed;
        var start = Stopwatch.GetTimestamp();
        await FindAsync(site, All(listings));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the very first search {Stopwatch.GetElapsedTime(start).TotalMilliseconds:f0} ms, index in memory {(Machine.Memory().Managed - before) / 1e6:f1} MB"));

        await MeasureAsync(site, "words, place, three filters, counts", () => All(listings));
        await MeasureAsync(site, "words", () => Query("en", listings.One(words)));
        await MeasureAsync(site, "words in Urdu and place", () => Query("ur", listings.One(urdu)) with { Near = listings.Somewhere(0.1) });
        await MeasureAsync(site, "place and filter", () => Query("en", null) with { Near = listings.Somewhere(0.1), WithinMiles = 5, Filters = [new Facet("cost", "free")] });
        await MeasureAsync(site, "everything", () => Query("en", null));
        await MeasureAsync(site, "misspelt words", () => Query("en", listings.One(misspelt)));
        await MeasureFirstAfterAChangeAsync(site, listings, number);
        await MeasureSteadyAsync(site, listings, number, changesASecond: 0);
        await MeasureSteadyAsync(site, listings, number, changesASecond: 2);
    }

    private static SearchQuery Query(string language, string? typed) => new() { Kinds = ["listing"], Language = language, Words = typed, Count = count };

    private static SearchQuery All(GeneratedListings listings) => Query("en", listings.One(words)) with
    {
        Near = listings.Somewhere(0.1),
        WithinMiles = 10,
        Filters = [new Facet("day", "TU"), new Facet("day", "TH"), new Facet("cost", "free"), new Facet("time", "morning")],
    };

    private static Task<SearchResults> FindAsync(TestSite site, SearchQuery query) => site.RunAsync(services => services.GetRequiredService<ISearch>().FindAsync(query, default));

    private static async Task FillAsync(TestSite site, GeneratedListings listings, int number)
    {
        var (elapsed, processor) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var first = 0; first < number; first += Batch)
        {
            var put = await PutAsync(site, listings, null, first, Batch);
            (elapsed, processor) = (elapsed + put.Elapsed, processor + put.Processor);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  putting them in, {Batch} in a save: {elapsed.TotalSeconds:f1} s, {number / elapsed.TotalSeconds:f0} a second, processor {processor.TotalSeconds:f1} s"));
    }

    /// <summary>Puts listings in the index, and says how long that took without making them up.</summary>
    private static async Task<(TimeSpan Elapsed, TimeSpan Processor)> PutAsync(TestSite site, GeneratedListings listings, string? name, int first, int number)
    {
        var items = Enumerable.Range(first, number).Select(listings.Next).ToList();
        var (start, processor) = (Stopwatch.GetTimestamp(), Machine.Processor);
        await site.RunAsync(async services =>
        {
            var index = services.GetRequiredService<ISearchIndex>();
            foreach (var item in items) await index.PutAsync(item, default);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        });
        var elapsed = Stopwatch.GetElapsedTime(start);
        if (name is not null) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} {elapsed.TotalMilliseconds:f0} ms"));
        return (elapsed, Machine.Processor - processor);
    }

    private static async Task MeasureFirstAfterAChangeAsync(TestSite site, GeneratedListings listings, int number)
    {
        var times = new List<double>();
        for (var round = 0; round < 200; round++)
        {
            await PutAsync(site, listings, null, (round * 7919) % number, 1);
            var start = Stopwatch.GetTimestamp();
            await FindAsync(site, All(listings));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Machine.Print("the same, first after a change", times);
    }

    private static async Task MeasureAsync(TestSite site, string name, Func<SearchQuery> query)
    {
        var times = new List<double>(Rounds);
        var (found, processor) = (0L, TimeSpan.Zero);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var next = query();
            var start = Stopwatch.GetTimestamp();
            var results = await FindAsync(site, next);
            if (round < 0) processor = Machine.Processor;
            if (round < 0) continue;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            found += results.Total;
        }

        Machine.Print(name, times, string.Create(CultureInfo.InvariantCulture, $"processor {(Machine.Processor - processor).TotalMilliseconds / Rounds:f2} ms, {found / Rounds} found on average"));
    }

    /// <summary>Requests at a steady pace, beside them changes of single listings.</summary>
    private static async Task MeasureSteadyAsync(TestSite site, GeneratedListings listings, int number, int changesASecond)
    {
        var asked = new List<Task<double>>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / ASecond));
        var changing = Task.CompletedTask;
        for (var request = 0; request < ASecond * Seconds && await pace.WaitForNextTickAsync(); request++)
        {
            var query = All(listings);
            if (changesASecond > 0 && request % (ASecond / changesASecond) == 0 && changing.IsCompleted)
            {
                var item = request * 7919 % number;
                changing = Task.Run(() => PutAsync(site, listings, null, item, 1));
            }

            asked.Add(Task.Run(async () =>
            {
                var start = Stopwatch.GetTimestamp();
                await FindAsync(site, query);
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }));
        }

        await changing;
        Machine.Print(string.Create(CultureInfo.InvariantCulture, $"the same, {ASecond} a second, {changesASecond} changes a second"), [.. await Task.WhenAll(asked)]);
    }
}
