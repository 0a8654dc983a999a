using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using TestSupport;

namespace Benchmarks;

/// <summary>How long the pages of the open data take over HTTP, with 100,000 listings in one tenant: the first, some in the middle, the last.</summary>
internal static class OpenReferralBenchmark
{
    private const int Listings = 100_000, Venues = 5_000, Organisations = 2_000, Batch = 2_000, WarmUp = 20, Rounds = 200;
    private static readonly string[] days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static async Task RunAsync(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Logging:LogLevel:Default", "None", "--Portal:OpenData:RequestsPerMinute", "1000000");
        var site = await TestSite.CreateAsync(host);
        Console.WriteLine($"{kind}, {Listings.ToString(CultureInfo.InvariantCulture)} listings");
        await FillAsync(site);

        var random = new Random(20261125);
        const int pages = Listings / 50;
        await MeasureAsync(site, "first page of 50", () => "services?page=1");
        await MeasureAsync(site, "any page of 50", () => Invariant($"services?page={random.Next(1, pages + 1)}"));
        await MeasureAsync(site, "last page of 50", () => Invariant($"services?page={pages}"));
        await MeasureAsync(site, "any page of 50 in full", () => Invariant($"services?full=true&page={random.Next(1, pages + 1)}"));
        await MeasureAsync(site, "any page at locations", () => Invariant($"service_at_locations?page={random.Next(1, pages + 1)}"));
        await MeasureAsync(site, "changed since", () => Invariant($"services?modified_after=2030-01-{random.Next(10, 28)}"));
        await MeasureAsync(site, "of a day", () => "services?day=" + days[random.Next(7)]);
        await MeasureFirstAfterAChangeAsync(site, pages);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static async Task FillAsync(TestSite site)
    {
        var watch = Stopwatch.StartNew();
        var generated = new GeneratedListings(seed: 20261125);
        await SaveAsync(site, Organisations, number => new Organisation { Id = $"org-{number}", Slug = $"org-{number}", Culture = "en" }, organisation => organisation.Texts.Add(new OrganisationText { Id = organisation.Id, OrganisationId = organisation.Id, Culture = "en", Title = organisation.Id }));
        await SaveAsync(
            site, Venues,
            number =>
            {
                var point = generated.Somewhere(0.3);
                return new Venue { Id = $"venue-{number}", Slug = $"venue-{number}", Culture = "en", AddressLine = "1 Street", Town = "Town", Postcode = "BD1 1AA", Latitude = point.Latitude, Longitude = point.Longitude };
            },
            venue => venue.Texts.Add(new VenueText { Id = venue.Id, VenueId = venue.Id, Culture = "en", Title = venue.Id }));
        await SaveAsync(site, Listings, number => ListingOf(generated.Next(number), number), _ => { });
        await site.RunAsync(services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return db.Database.ExecuteSqlRawAsync(db.IsSqlite ? "ANALYZE" : "VACUUM ANALYZE");
        });
        Console.WriteLine($"  {"putting them in",-28} {watch.Elapsed.TotalSeconds.ToString("f1", CultureInfo.InvariantCulture)} s");
    }

    private static Listing ListingOf(SearchItem item, int number)
    {
        var listing = new Listing { Id = item.ItemId, Slug = item.Slug, Culture = "en" };
        foreach (var text in item.Texts)
            listing.Texts.Add(new ListingText { Id = $"{item.ItemId}-{text.Language}", ListingId = item.ItemId, Culture = text.Language, Title = text.Title, Summary = text.Summary, Description = text.Body });
        listing.Put(new ListingFacts
        {
            OrganisationId = $"org-{number % Organisations}",
            VenueId = $"venue-{number % Venues}",
            ContactPhone = "01632 960000",
            Languages = ["en"],
            ActivityIds = ["term-walking"],
            Schedules = [new Schedule { Frequency = Frequency.Weekly, ByDay = [days[number % 7]], Start = new TimeOnly(10, 0), End = new TimeOnly(11, 0) }],
            AssuredOn = item.AssuredOn,
        });
        return listing;
    }

    private static async Task SaveAsync<T>(TestSite site, int count, Func<int, T> make, Action<T> complete)
        where T : class
    {
        for (var first = 0; first < count; first += Batch)
        {
            await site.RunAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                foreach (var number in Enumerable.Range(first, Math.Min(Batch, count - first)))
                {
                    var made = make(number);
                    complete(made);
                    db.Add(made);
                }

                await db.SaveChangesAsync();
            });
        }
    }

    private static async Task MeasureFirstAfterAChangeAsync(TestSite site, int pages)
    {
        var times = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            await site.RunAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                (await db.Set<Organisation>().FindAsync($"org-{round}"))!.Phone = $"01632 9600{round:00}";
                await db.SaveChangesAsync();
            });
            times.Add(await AskAsync(site, Invariant($"services?page={pages / 2}")));
        }

        Print("first after a change", times);
    }

    private static async Task MeasureAsync(TestSite site, string name, Func<string> path)
    {
        var times = new List<double>(Rounds);
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var time = await AskAsync(site, path());
            if (round >= 0) times.Add(time);
        }

        Print(name, times);
    }

    private static async Task<double> AskAsync(TestSite site, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await site.Visitor.Client.GetAsync("oruk/v3/" + path);
        await answer.Content.ReadAsByteArrayAsync();
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(string name, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} median {times[times.Count / 2],6:f2} ms, p99 {times[times.Count * 99 / 100],6:f2} ms"));
    }
}
