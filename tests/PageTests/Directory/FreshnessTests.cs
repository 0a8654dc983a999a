using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;
using static PageTests.Directory.SilentGroups;

namespace PageTests.Directory;

/// <summary>Groups are asked whether their pages are right, and those that never answer leave the search.</summary>
public sealed class FreshnessTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task One_press_of_the_button_in_the_letter_confirms_the_page_and_opening_it_changes_nothing(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        await site.SignInAsJoanAsync();
        await SetLanguageAsync(site, ShipleySingers.Joan, "pl");
        await RunAsync(site);
        var letter = (await site.ReadMailAsync()).ShouldHaveSingleItem();
        (letter.To, letter.Language).ShouldBe((ShipleySingers.Joan, "pl"));
        letter.Text.ShouldContain("Śpiewacy z Shipley");
        (await CodesAsync(site)).ShouldAllBe(hash => !letter.Text.Contains(hash, StringComparison.Ordinal));

        var link = LinkIn(site, letter);
        link.ShouldContain("/pl/groups/");
        var visitor = site.NewVisitor();
        var opened = await visitor.GetAsync(link.Replace("/pl/", "/", StringComparison.Ordinal));
        opened.Find("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");
        opened.Text.ShouldContain("12 Kirkgate");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Ring before you go");

        var done = await visitor.SubmitAsync(opened, "main form");
        done.Text.ShouldContain("Thank you. The page of Shipley Singers is confirmed");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Confirmed today");
        var group = await site.ReadGroupAsync();
        (group.AssuredOn, group.AssuredBy).ShouldBe((await TodayAsync(site), "joan"));
        (await visitor.SubmitAsync(await visitor.GetAsync(link.Replace("/pl/", "/", StringComparison.Ordinal)), "main form")).Text.ShouldContain("Thank you.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Running_twice_writes_once_and_again_only_after_the_interval(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        await RunAsync(site);
        await RunAsync(site);
        (await site.ReadMailAsync()).Count.ShouldBe(1);

        await AskedAsync(site, 20);
        await RunAsync(site);
        (await site.ReadMailAsync()).Count.ShouldBe(1);
        await AskedAsync(site, 21);
        await RunAsync(site);
        (await site.ReadMailAsync()).Count.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_keeps_several_groups_gets_one_letter_with_a_link_to_each_that_opens_only_that(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        await AddAsync(site, "walkers", "Shipley Walkers", facts => facts with { AssuredOn = Ago(115), Maintainers = [ShipleySingers.Joan] });
        await AddAsync(site, "bakers", "Shipley Bakers", facts => facts with { AssuredOn = Ago(10), Maintainers = [ShipleySingers.Joan] });
        await RunAsync(site);

        var letter = (await site.ReadMailAsync()).ShouldHaveSingleItem();
        var links = LinksIn(site, letter);
        links.Count.ShouldBe(2);
        letter.Html.ShouldContain("Shipley Walkers");
        letter.Html.ShouldNotContain("Shipley Bakers");
        var singers = links.Single(link => link.Contains("/shipley-singers/", StringComparison.Ordinal));
        (await site.Visitor.GetAsync(singers.Replace("shipley-singers", "walkers", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_that_nobody_keeps_is_asked_at_the_address_on_its_page_and_without_one_it_waits_for_a_moderator(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 130);
        await PutAsync(site, facts => facts with { Maintainers = [], ContactEmail = "singers@example.org" });
        await RunAsync(site);
        var letter = (await site.ReadMailAsync()).ShouldHaveSingleItem();
        letter.To.ShouldBe("singers@example.org");
        letter.Text.ShouldContain("your address stands on it");
        var moderator = await site.SignInAsModeratorAsync();
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");

        await PutAsync(site, facts => facts with { ContactPrivate = true });
        (await site.NewVisitor().GetAsync(LinkIn(site, letter))).Status.ShouldBe(HttpStatusCode.Gone);
        (await moderator.GetAsync(ModerationSite.Queue + "?kind=stale")).Text.ShouldContain("Nobody keeps this page");
        await AskedAsync(site, 30);
        await RunAsync(site);
        (await site.ReadMailAsync()).Count.ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task After_long_silence_the_search_hides_it_its_page_says_so_and_one_press_brings_it_back(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 365);
        await RunAsync(site);
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain("Shipley Singers");

        await AgeAsync(site, 366);
        await RunAsync(site);
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldNotContain("Sing for an hour");
        var page = await site.Visitor.GetAsync(ShipleySingers.Page);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("our search does not show this group");
        page.Find("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");

        var joan = await site.SignInAsJoanAsync();
        var mine = await joan.GetAsync("/my-groups");
        mine.Text.ShouldContain("the search does not show it");
        await joan.SubmitAsync(mine, "main form");
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain("Sing for an hour");
        await RunAsync(site);
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain("Sing for an hour");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_came_not_long_ago_with_an_old_date_is_not_hidden_and_bothers_nobody(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await ArriveAsync(site, 119);
        await PutAsync(site, facts => facts with { AssuredOn = Ago(800), Maintainers = [], ContactEmail = "singers@example.org" });
        await RunAsync(site);

        (await site.ReadMailAsync()).ShouldBeEmpty();
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain("Sing for an hour");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Ring before you go");
        (await (await site.SignInAsModeratorAsync()).GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_moderator_finds_it_in_the_queue_rings_and_confirms(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 400);
        await RunAsync(site);
        var moderator = await site.SignInAsModeratorAsync();
        var stale = await moderator.OpenFirstAsync("?kind=stale");
        stale.Text.ShouldContain("01632 960201");
        stale.Text.ShouldContain("Last asked today");

        (await moderator.SubmitAsync(stale, "form[action$='handler=Confirm']")).Text.ShouldContain("Shipley Singers is confirmed");
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain("Sing for an hour");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_moderator_may_write_at_once_and_the_group_leaves_the_queue_for_four_weeks(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        var moderator = await site.SignInAsModeratorAsync();
        (await moderator.SubmitAsync(await moderator.OpenFirstAsync("?kind=stale"), "form[action$='handler=Ask']")).Text.ShouldContain("We have written to those who look after Shipley Singers");
        (await site.ReadMailAsync()).ShouldHaveSingleItem().To.ShouldBe(ShipleySingers.Joan);
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_rules_of_a_site_are_set_on_a_page_and_the_search_follows_at_once(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 100);
        var manager = await site.SignInByLinkAsync("boss@example.org", "ManageListings");
        var form = await manager.GetAsync("/manage/freshness/rules");
        var wrong = await manager.SubmitAsync(form, "main form", [("AskAfter", "90"), ("StaleAfter", "80")]);
        wrong.Find("#StaleAfter-error").TextContent.ShouldContain("more than 90");
        (await manager.SubmitAsync(wrong, "main form", [("AskAfter", "30"), ("StaleAfter", "60"), ("HideAfter", "99")])).Text.ShouldContain("The search follows the new rules");

        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldNotContain("Sing for an hour");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("our search does not show this group");
        await manager.SubmitAsync(await manager.GetAsync("/manage/freshness/rules"), "main form", [("HideAfter", "200")]);
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain("Sing for an hour");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Each_figure_of_the_table_leads_to_its_groups_and_both_come_as_a_spreadsheet(DatabaseKind kind)
    {
        var site = await SaidAsync(kind, 200);
        await AddAsync(site, "walkers", "=Shipley Walkers", facts => facts with { AssuredOn = Ago(3) });
        var manager = await site.SignInByLinkAsync("boss@example.org", "ManageListings");
        var table = await manager.GetAsync("/manage/freshness");
        table.Text.ShouldContain("BD18");

        var stale = await manager.GetAsync("/manage" + table.Find("a[href*='area=BD18'][href*='state=Stale']").GetAttribute("href")!.Split("/manage", 2)[1]);
        stale.Text.ShouldContain("Shipley Singers");
        stale.Text.ShouldNotContain("Walkers");
        var unkept = await manager.GetAsync("/manage/freshness/groups?kept=no");
        unkept.Text.ShouldContain("Shipley Walkers");
        unkept.Text.ShouldNotContain("Singers");
        (await manager.GetAsync("/manage/freshness?handler=csv")).Body.ShouldContain("Area,BD18,0,0,1,0,0");
        (await manager.GetAsync("/manage/freshness/groups?handler=csv&kept=no")).Body.ShouldContain("'=Shipley Walkers");
        (await (await site.SignInAsJoanAsync()).GetAsync("/manage/freshness")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
