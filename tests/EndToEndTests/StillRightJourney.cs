using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Directory.Domain;
using Portal.Directory.Jobs;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Tenants;
using Shouldly;
using Xunit;

namespace EndToEndTests;

/// <summary>A group is asked by e-mail whether its page is still right, and says so with one tap, without signing in.</summary>
[Collection("journeys")]
public sealed class StillRightJourney(SampleSites sites, Browser browser)
{
    [SkippableTheory]
    [InlineData(Screen.Phone, false, "", "idle-greenhouse")]
    [InlineData(Screen.Desktop, true, "", "eccleshill-chair")]
    [InlineData(Screen.Phone, true, "ur/", "bierley-garden")]
    public async Task A_group_is_reminded_and_confirms_with_one_tap(Screen screen, bool scripts, string language, string slug)
    {
        var name = $"still-right-{(language.Length > 0 ? "ur-" : "")}{screen}";
        var reader = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await RemindAsync(slug, $"keeps-{slug}@example.org");
        await reader.GotoAsync($"{language}groups/{slug}");
        (await reader.Locator(".portal-notice--warn .portal-icon").CountAsync()).ShouldBeGreaterThan(0);
        await reader.PictureAsync($"{name}-1-silent");

        var keeper = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await keeper.GotoAsync("dev/mail");
        await keeper.Locator("tr", new() { HasText = $"keeps-{slug}@example.org" }).Locator("a").First.ClickAsync();
        await keeper.PictureAsync($"{name}-2-letter");
        var link = await keeper.Locator($"article a[href*='/groups/{slug}/still-right/']").First.GetAttributeAsync("href");
        await keeper.GotoAsync(new Uri(link!).PathAndQuery.Replace("/bradford/", $"/bradford/{language}", StringComparison.Ordinal));
        await keeper.ShouldBeAccessibleAsync(scripts);
        await keeper.PictureAsync($"{name}-3-question");
        await keeper.Locator("a[href$='/paused']").ClickAsync();
        await keeper.ShouldBeAccessibleAsync(scripts);
        await keeper.PictureAsync($"{name}-4-pause");
        await keeper.GoBackAsync();
        await keeper.Locator("button.portal-button--big").ClickAsync();
        await keeper.Locator("main [role=status]").WaitForAsync();
        await keeper.ShouldBeAccessibleAsync(scripts);
        await keeper.PictureAsync($"{name}-5-thanks");
        await keeper.Locator($"main a[href$='/groups/{slug}']").ClickAsync();

        (await keeper.Locator(".portal-keeper .portal-fresh").InnerTextAsync()).ShouldBe(language.Length > 0 ? "آج تصدیق ہوئی" : "Confirmed today");
        await keeper.PictureAsync($"{name}-6-public");
    }

    [SkippableTheory]
    [InlineData(Screen.Phone, true, "", "bingley-canal-walk")]
    [InlineData(Screen.Desktop, true, "ur/", "baildon-yoga")]
    public async Task Those_who_manage_see_how_fresh_the_pages_are_and_what_visitors_look_at(Screen screen, bool scripts, string language, string slug)
    {
        var name = $"fresh-table-{(language.Length > 0 ? "ur-" : "")}{screen}";
        await RemindAsync(slug, $"keeps-{slug}@example.org");
        var manager = await browser.OpenAsync(sites.Bradford, screen, scripts);
        await manager.SignInAsync(sites, "ManageListings", "EditOwnListings");
        foreach (var page in new[] { "manage/freshness", "manage/freshness/groups?state=Stale", "manage/freshness/rules", "manage/moderation?kind=stale", "manage/moderation/stale/" + slug, "manage/insight", $"my-groups/{slug}/visits" })
        {
            await manager.GotoAsync(language + page);
            await manager.ShouldBeAccessibleAsync(scripts);
            await manager.PictureAsync($"{name}-{page.Split('?')[0].Replace('/', '-')}");
        }
    }

    /// <summary>Half a year goes by without a word, and the morning's letters are written.</summary>
    private async Task RemindAsync(string slug, string keeper)
    {
        var tenant = await sites.Host.Services.GetRequiredService<ITenants>().FindAsync("bradford");
        await sites.Host.Services.GetRequiredService<ITenantScopes>().RunAsync(tenant!, async services =>
        {
            var editor = services.GetRequiredService<ListingEditor>();
            var listing = (await editor.FindAsync(slug, default))!;
            await editor.ChangeFactsAsync(listing.Id, listing.Revision, facts => facts with { AssuredOn = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-200), Maintainers = [keeper] }, default);
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new KeeperTrust { Email = keeper, ByHand = true });
            await db.SaveChangesAsync();
            // Whoever was asked about it this morning, by the sample's own dates, is not asked again so soon.
            await db.Set<ListingFreshness>().Where(row => row.ListingId == listing.Id).ExecuteDeleteAsync();
        });
        await sites.Host.Services.GetRequiredService<ITenantScopes>().RunAsync(tenant!, services => services.GetServices<TenantJob>().OfType<KeepFresh>().Single().RunAsync(default));
    }
}
