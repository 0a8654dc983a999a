using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using TestSupport;

namespace Benchmarks;

/// <summary>Fills a tenant with listings, twenty at a venue and ten with one phone number.</summary>
internal static class FilledDirectory
{
    private const int Venues = 5_000, Organisations = 2_000, Batch = 2_000;

    public static async Task FillAsync(TestSite site, int listings)
    {
        var watch = Stopwatch.StartNew();
        var generated = new GeneratedListings(seed: 20261125);
        await SaveAsync(site, Organisations, number => new Organisation { Id = $"org-{number}", Slug = $"org-{number}", Culture = "en" }, organisation => organisation.Texts.Add(new OrganisationText { Id = organisation.Id, OrganisationId = organisation.Id, Culture = "en", Title = organisation.Id }));
        await SaveAsync(
            site, Venues,
            number =>
            {
                var point = generated.Somewhere(0.3);
                return new Venue { Id = $"venue-{number}", Slug = $"venue-{number}", Culture = "en", AddressLine = "1 Street", Town = "Town", Postcode = $"BD{1 + (number % 20)} {1 + (number / 20 % 9)}{(char)('A' + (number / 180 % 20))}A", Latitude = point.Latitude, Longitude = point.Longitude };
            },
            venue => venue.Texts.Add(new VenueText { Id = venue.Id, VenueId = venue.Id, Culture = "en", Title = venue.Id }));
        await SaveAsync(site, listings, number => ListingOf(generated.Next(number), number), _ => { });
        await site.RunAsync(services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return db.Database.ExecuteSqlRawAsync(db.IsSqlite ? "ANALYZE" : "VACUUM ANALYZE");
        });
        Console.WriteLine($"  {"putting them in",-28} {watch.Elapsed.TotalSeconds.ToString("f1", CultureInfo.InvariantCulture)} s");
    }

    /// <summary>Gives them a kind of activity and puts all in the index.</summary>
    public static Task IndexAsync(TestSite site) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        db.Add(new Taxonomy { Id = Portal.Directory.Contracts.TaxonomyIds.Activity, Title = "Activity", Path = "activity" });
        db.Add(new Term { Id = "term-walking", TaxonomyId = Portal.Directory.Contracts.TaxonomyIds.Activity, Path = "walking", Names = [new TermName("en", "Walking", [])] });
        await db.SaveChangesAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await services.GetRequiredService<Portal.Directory.Services.ListingIndexer>().IndexAllAsync(default);
        await db.SaveChangesAsync();
    });

    private static Listing ListingOf(SearchItem item, int number)
    {
        var listing = new Listing { Id = item.ItemId, Slug = item.Slug, Culture = "en" };
        foreach (var text in item.Texts)
            listing.Texts.Add(new ListingText { Id = $"{item.ItemId}-{text.Language}", ListingId = item.ItemId, Culture = text.Language, Title = text.Title, Summary = text.Summary, Description = text.Body });
        listing.Put(new ListingFacts
        {
            OrganisationId = $"org-{number % Organisations}",
            VenueId = $"venue-{number % Venues}",
            ContactPhone = $"01632 {960_000 + (number / 10)}",
            Languages = ["en"],
            ActivityIds = ["term-walking"],
            Schedules = [new Schedule { Frequency = Frequency.Weekly, ByDay = [Schedule.Days[number % 7]], Start = new TimeOnly(10, 0), End = new TimeOnly(11, 0) }],
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
}
