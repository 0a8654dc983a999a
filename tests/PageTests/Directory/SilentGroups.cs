using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Directory.Domain;
using Portal.Directory.Jobs;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>A group that has said nothing for some time, and the job that asks after it.</summary>
internal static partial class SilentGroups
{
    public static async Task<TestSite> SaidAsync(DatabaseKind kind, int daysAgo)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await PutAsync(site, facts => facts with { AssuredOn = Ago(daysAgo) });
        await ArriveAsync(site, 1000);
        return site;
    }

    public static DateOnly Ago(int days) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).DateTime).AddDays(-days);

    public static Task RunAsync(TestSite site) => site.RunAsync(services => services.GetServices<TenantJob>().OfType<KeepFresh>().Single().RunAsync(default));

    public static Task<DateOnly> TodayAsync(TestSite site) => site.RunAsync(services => Task.FromResult(services.GetRequiredService<DateWords>().Today));

    public static Task PutAsync(TestSite site, Func<ListingFacts, ListingFacts> change) => site.RunAsync(async services =>
    {
        var editor = services.GetRequiredService<ListingEditor>();
        var listing = (await editor.FindAsync(ShipleySingers.Slug, default))!;
        (await editor.ChangeFactsAsync(listing.Id, listing.Revision, change, default)).Result.ShouldBe(EditResult.Saved);
    });

    /// <summary>Makes time pass, as the database sees it: nothing is changed by anybody.</summary>
    public static Task AgeAsync(TestSite site, int daysAgo)
    {
        var then = (DateOnly?)Ago(daysAgo);
        return site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Listing>().ExecuteUpdateAsync(set => set.SetProperty(listing => listing.AssuredOn, then)));
    }

    public static Task ArriveAsync(TestSite site, int daysAgo)
    {
        var then = TimeProvider.System.GetUtcNow().AddDays(-daysAgo);
        return site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Listing>().ExecuteUpdateAsync(set => set.SetProperty(listing => listing.AddedAt, then)));
    }

    public static Task AskedAsync(TestSite site, int daysAgo)
    {
        var then = (DateOnly?)Ago(daysAgo);
        return site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<ListingFreshness>().ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedOn, then)));
    }

    public static Task AddAsync(TestSite site, string id, string title, Func<ListingFacts, ListingFacts> facts) => site.RunAsync(async services =>
    {
        var listing = new Listing { Id = id, Slug = id, Culture = "en" };
        listing.Texts.Add(new ListingText { Id = id, ListingId = id, Culture = "en", VersionId = "v1", Words = new ListingWords { Title = title } });
        listing.Put(facts(new ListingFacts()));
        await services.GetRequiredService<ListingEditor>().AddAsync(listing, null, default);
    });

    public static Task SetLanguageAsync(TestSite site, string email, string language) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        (await db.Set<PortalUser>().SingleAsync(user => user.Email == email)).Language = language;
        await db.SaveChangesAsync();
    });

    public static Task<List<string>> CodesAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<StillRightLink>().Select(link => link.CodeHash).ToListAsync());

    public static string LinkIn(TestSite site, OutboxMessage letter) => LinksIn(site, letter).ShouldHaveSingleItem();

    public static List<string> LinksIn(TestSite site, OutboxMessage letter)
        => [.. Link().Matches(letter.Text).Select(match => new Uri(site.Host.Address, new Uri(match.Value).PathAndQuery).ToString())];

    [GeneratedRegex(@"https?://\S*/still-right/[^\s)>]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
