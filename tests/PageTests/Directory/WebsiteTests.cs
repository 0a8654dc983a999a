using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services.Websites;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>Websites of groups are looked at; what is broken reaches the group and the moderators.</summary>
public sealed class WebsiteTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_website_that_is_gone_for_three_days_reaches_the_group_and_the_queue(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var address = server.Put(http => Answer(http, 404, "Nothing here"), "");
        await site.ChangeAsync(facts => facts with { ContactWebsite = address });
        var moderator = await site.SignInAsModeratorAsync();

        await CheckAsync(site);
        await CheckAsync(site);
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
        await CheckAsync(site);

        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("The website says that this page is no longer there.");
        (await (await site.SignInAsJoanAsync()).GetAsync(ShipleySingers.Edit)).Text.ShouldContain("The website says that this page is no longer there.");

        var page = await moderator.OpenFirstAsync("?kind=website");
        (await moderator.SubmitAsync(page, "main form[action*='handler=Again']")).Text.ShouldContain("It is still not there.");
        server.Change(address, http => Answer(http, 200, "<p>We sing"));
        (await moderator.SubmitAsync(page, "main form[action*='handler=Again']")).Text.ShouldContain("The website is there again.");
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
        (await site.ReadGroupAsync()).ContactWebsite.ShouldBe(address);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_moderator_takes_a_dead_address_off_the_page_unless_the_page_has_changed_since(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        await site.ChangeAsync(facts => facts with { ContactWebsite = server.Put(http => Answer(http, 410, ""), "") });
        for (var times = 0; times < 3; times++) await CheckAsync(site);
        var moderator = await site.SignInAsModeratorAsync();
        var page = await moderator.OpenFirstAsync("?kind=website");
        await site.ChangeAsync(facts => facts with { ContactName = "Rita" });

        var refused = await moderator.SubmitAsync(page, "main form[action*='handler=Remove']");
        refused.Text.ShouldContain("The page was changed since you opened this.");
        (await moderator.SubmitAsync(refused, "main form[action*='handler=Remove']")).Text.ShouldContain("The address is off the page.");

        var group = await site.ReadGroupAsync();
        (group.ContactWebsite, group.ContactName).ShouldBe((null, "Rita"));
        (await moderator.GetAsync(page.Address.ToString())).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_group_is_asked_to_look_when_its_website_says_something_else_than_when_it_last_confirmed(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var address = server.Put(http => Answer(http, 200, Page("song")), "");
        await site.ChangeAsync(facts => facts with { ContactWebsite = address });
        await CheckAsync(site);
        var joan = await site.SignInAsJoanAsync();
        (await joan.GetAsync(ShipleySingers.Edit)).Text.ShouldNotContain("Your website says other things");

        server.Change(address, http => Answer(http, 200, Page("dance")));
        await CheckAsync(site);
        (await joan.GetAsync(ShipleySingers.Edit)).Text.ShouldContain("Your website says other things");

        await joan.SubmitAsync(await joan.GetAsync(ShipleySingers.Edit), "form[action*=confirm]");
        (await joan.GetAsync(ShipleySingers.Edit)).Text.ShouldNotContain("Your website says other things");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_that_many_groups_name_is_asked_for_once_and_a_site_once_in_a_round(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var asked = 0;
        var address = server.Put(http => { Interlocked.Increment(ref asked); return Answer(http, 200, "We sing"); }, "");
        await AddAsync(site, "one", address);
        await AddAsync(site, "two", address);
        await AddAsync(site, "three", server.Put(http => { Interlocked.Increment(ref asked); return Answer(http, 200, "We dance"); }, ""));

        await site.RunAsync(services => services.GetRequiredService<WebsiteChecks>().CheckDueAsync(default));
        asked.ShouldBe(1);
        await site.RunAsync(services => services.GetRequiredService<WebsiteChecks>().CheckDueAsync(default));
        asked.ShouldBe(2);
        (await site.RunAsync(services => services.GetRequiredService<WebsiteChecks>().CheckDueAsync(default))).ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_address_in_the_local_network_is_never_asked_and_counts_as_no_website(DatabaseKind kind)
    {
        var (server, site) = await OpenAsync(kind);
        var port = server.Address.Port.ToString(CultureInfo.InvariantCulture);
        await site.ChangeAsync(facts => facts with { ContactWebsite = $"http://localhost:{port}/1" });
        await CheckAsync(site);
        (await ReadAsync(site)).Failure.ShouldBe("BadAddress");
    }

    private static async Task<(OtherSite Server, TestSite Site)> OpenAsync(DatabaseKind kind) => (await OtherSite.GetAsync(), await ShipleySingers.OpenAsync(await OtherSite.HostAsync(kind)));

    /// <summary>Looks at all websites, as on a day when it is their time.</summary>
    private static Task CheckAsync(TestSite site)
        => site.RunAsync(async services =>
        {
            await services.GetRequiredService<PortalDbContext>().Set<WebsiteCheck>().ExecuteUpdateAsync(set => set.SetProperty(check => check.NextTryAt, DateTimeOffset.UnixEpoch));
            (await services.GetRequiredService<WebsiteChecks>().CheckDueAsync(default)).ShouldBe(1);
        });

    private static Task<WebsiteCheck> ReadAsync(TestSite site) => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<WebsiteCheck>().AsNoTracking().SingleAsync());

    private static Task AddAsync(TestSite site, string id, string website)
        => site.RunAsync(async services =>
        {
            var listing = new Listing { Id = id, Slug = id, Culture = "en" };
            listing.Texts.Add(new ListingText { Id = id, ListingId = id, Culture = "en", VersionId = "v1", Words = new ListingWords { Title = id } });
            listing.Put(new ListingFacts { ContactWebsite = website });
            services.GetRequiredService<PortalDbContext>().Add(listing);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        });

    private static string Page(string word) => "<title>Singers</title><main>" + string.Join(' ', Enumerable.Range(0, 80).Select(number => word + number.ToString(CultureInfo.InvariantCulture))) + "</main>";

    private static Task Answer(HttpContext http, int status, string html)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(html);
    }
}
