using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using TestSupport;

namespace PageTests.Directory;

/// <summary>A group in English with a Polish translation that a machine made, kept by Joan.</summary>
internal static class ShipleySingers
{
    public const string Id = "singers";
    public const string Slug = "shipley-singers";
    public const string Joan = "joan@example.org";
    public const string Page = "/groups/" + Slug;
    public const string Edit = "/my-groups/" + Slug + "/edit";

    public static async Task<TestSite> OpenAsync(DatabaseKind kind) => await OpenAsync(await PortalHost.SharedAsync(kind));

    /// <summary>The same on a host of one's own.</summary>
    public static async Task<TestSite> OpenAsync(PortalHost host)
    {
        var site = await TestSite.CreateAsync(host);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var venue = new Venue { Id = "hall", Slug = "hall", Culture = "en", AddressLine = "12 Kirkgate", Town = "Shipley", Postcode = "BD18 3EL", Latitude = 53.8335, Longitude = -1.7777 };
            venue.Texts.Add(new VenueText { Id = "hall", VenueId = "hall", Culture = "en", VersionId = "v1", Title = "Kirkgate Hall" });
            var listing = new Listing { Id = Id, Slug = Slug, Culture = "en" };
            listing.Texts.Add(new ListingText { Id = Id, ListingId = Id, Culture = "en", VersionId = "v1", Words = new ListingWords { Title = "Shipley Singers", Summary = "Sing for an hour and have tea.", CostNote = "Tea included." } });
            listing.Texts.Add(new ListingText { Id = Id + "-pl", ListingId = Id, Culture = "pl", VersionId = "v1-pl", SourceVersion = "v1", Review = ContentTexts.Machine, Words = new ListingWords { Title = "Śpiewacy z Shipley", Summary = "Śpiewamy przez godzinę i pijemy herbatę." } });
            listing.Put(new ListingFacts
            {
                VenueId = "hall",
                Attendance = [AttendanceWays.InPerson],
                Languages = ["en"],
                Schedules = [new Schedule { Frequency = Frequency.Weekly, ByDay = ["TU"], Start = new TimeOnly(10, 0), End = new TimeOnly(11, 30) }],
                ContactName = "Joan",
                ContactPhone = "01632 960201",
                AssuredOn = new DateOnly(2026, 1, 5),
                Maintainers = [Joan],
            });
            db.AddRange(venue, listing, new KeeperTrust { Email = Joan, ByHand = true });
            await db.SaveChangesAsync();
        });
        return site;
    }

    public static Task<Visitor> SignInAsJoanAsync(this TestSite site) => site.SignInByLinkAsync(Joan, "EditOwnListings");

    /// <summary>The group as it is saved.</summary>
    public static Task<Listing> ReadGroupAsync(this TestSite site)
        => site.RunAsync(async services => (await services.GetRequiredService<ListingEditor>().FindAsync(Slug, default))!);

    /// <summary>Opens a section, fills it in and saves.</summary>
    public static async Task<Answer> ChangeAsync(this Visitor visitor, string section, params (string Name, string? Value)[] values)
        => await visitor.SubmitAsync(await visitor.GetAsync($"{Edit}/{section}"), "main form", values);
}
