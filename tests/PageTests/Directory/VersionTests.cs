using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>Earlier versions of a page beside the present one, and bringing one back; and what the page says could be better.</summary>
public sealed class VersionTests
{
    private const string History = "/my-groups/" + ShipleySingers.Slug + "/history";

    [DatabaseTheory, EveryDatabase]
    public async Task An_earlier_version_stands_beside_the_present_and_is_brought_back_for_a_reason(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£4"));
        await joan.ChangeAsync("places", ("State", "Full"));

        var history = await joan.GetAsync(History);
        var first = history.Document.QuerySelectorAll(".portal-history__entry")[2].QuerySelector("a")!.GetAttribute("href")!;
        var version = await joan.GetAsync(new Uri(history.Address, first).ToString());
        version.Document.QuerySelectorAll("del").Select(element => element.TextContent).ShouldBe(["£3", "Anyone can come"]);
        version.Document.QuerySelectorAll("ins").Select(element => element.TextContent).ShouldBe(["£4", "Full at the moment"]);

        var refused = await joan.SubmitAsync(version, "main form");
        refused.Find("#Why-error").TextContent.ShouldContain("Say in a few words why");
        (await joan.SubmitAsync(refused, "main form", [("Why", "We never charged four pounds")])).Text.ShouldContain("The page is as it was then.");

        var group = await site.ReadGroupAsync();
        (group.CostPence, group.Places).ShouldBe((300, Places.Open));
        (await joan.GetAsync(History)).Text.ShouldContain("We never charged four pounds");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_keeps_the_page_and_when_it_was_confirmed_does_not_go_back_in_time(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        await joan.SubmitAsync(await joan.GetAsync($"/my-groups/{ShipleySingers.Slug}/confirm"), ".portal-confirm form");
        await joan.ChangeAsync("cost", ("Kind", "Free"));
        var before = await site.ReadGroupAsync();

        var number = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.Action == "listing.changed").MinAsync(entry => entry.Number));
        await joan.SubmitAsync(await joan.GetAsync($"{History}/{number}"), "main form", [("Why", "It does cost something")]);

        var after = await site.ReadGroupAsync();
        (after.CostPence, after.AssuredOn, after.Maintainers.Count).ShouldBe((300, before.AssuredOn, 1));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_version_is_not_brought_back_over_what_nobody_has_seen(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£4"));
        var number = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.Action == "listing.changed").MinAsync(entry => entry.Number));
        var version = await joan.GetAsync($"{History}/{number}");
        await joan.ChangeAsync("places", ("State", "Full"));

        var refused = await joan.SubmitAsync(version, "main form", [("Why", "Wrong price")]);

        refused.Text.ShouldContain("Somebody else changed this page");
        refused.Find("[name=Why]").GetAttribute("value").ShouldBe("Wrong price");
        (await site.ReadGroupAsync()).CostPence.ShouldBe(400);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Somebody_whose_changes_wait_for_a_moderator_sees_versions_and_brings_none_back(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await site.ChangeAsync(facts => facts with { Cost = Cost.Paid, CostPence = 300 });
        await site.ChangeAsync(facts => facts with { CostPence = 400 });
        var number = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().Where(entry => entry.Action == "listing.changed").MinAsync(entry => entry.Number));
        var joan = await site.SignInAsJoanAsync();

        var version = await joan.GetAsync($"{History}/{number}");
        version.Text.ShouldContain("£3");
        version.Document.QuerySelector("main form").ShouldBeNull();
        var group = await site.ReadGroupAsync();
        var form = await joan.GetAsync(ShipleySingers.Edit + "/cost");
        form.Find("main form").SetAttribute("action", version.Address.ToString());
        (await joan.SubmitAsync(form, "main form", [("Why", "Now"), ("Revision", group.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture))])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.ReadGroupAsync()).CostPence.ShouldBe(400);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_page_of_a_group_says_what_could_be_better_and_leads_to_where_it_is_mended(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var page = await joan.GetAsync(ShipleySingers.Edit);
        page.Find("#advice").TextContent.ShouldBe("What could be better");
        var advice = page.Document.QuerySelectorAll(".portal-advice li").ToDictionary(item => item.FirstChild!.TextContent.Trim(), item => item.QuerySelector("a")!.GetAttribute("href")!);
        advice["Nothing yet in Urdu."].ShouldEndWith("/edit/words/ur");
        advice["The text in Polish was made by a machine. Nobody has checked it yet."].ShouldEndWith("/edit/words/pl");
        advice.Keys.ShouldContain(words => words.StartsWith("Last confirmed", StringComparison.Ordinal));
        foreach (var address in advice.Values) (await joan.GetAsync(new Uri(page.Address, address).ToString())).Status.ShouldBe(HttpStatusCode.OK);

        await joan.ChangeAsync("words/en", ("Summary", "Sing for two hours."));
        (await joan.GetAsync(ShipleySingers.Edit)).Text.ShouldContain("The text in Polish is older than the one in English.");
    }
}
