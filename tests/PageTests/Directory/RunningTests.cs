using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>A group that takes a break, has stopped, or has nothing planned.</summary>
public sealed class RunningTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task During_a_break_the_page_says_when_the_group_is_back_and_dates_begin_then(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var back = (await TodayAsync(site)).AddDays(40);

        (await joan.ChangeAsync("running", ("State", "break"), ("BackOn", Typed(back)))).Text.ShouldContain("Having a break. Back on");

        var shown = await site.Visitor.GetAsync(ShipleySingers.Page);
        shown.Text.ShouldContain("Having a break. Back on");
        var card = await CardAsync(site);
        card.PlacesInWords.ShouldNotBeNull().ShouldStartWith("Having a break.");
        card.NextDates.Count.ShouldBe(3);
        card.NextDates.ShouldAllBe(next => next.Date >= back);
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain("Having a break.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_that_has_a_break_comes_after_one_that_meets(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var listing = new Listing { Id = "zetland", Slug = "zetland-singers", Culture = "en" };
            listing.Texts.Add(new ListingText { Id = "zetland", ListingId = "zetland", Culture = "en", VersionId = "v1", Words = new ListingWords { Title = "Zetland Singers" } });
            listing.Put(new ListingFacts { ContactPhone = "01632 960203", AssuredOn = new DateOnly(2026, 1, 4) });
            db.Add(listing);
            await db.SaveChangesAsync();
            await services.GetRequiredService<ListingEditor>().ConfirmAsync("zetland", default);
            await services.GetRequiredService<ListingEditor>().ConfirmAsync(ShipleySingers.Id, default);
        });
        (await FoundAsync(site)).ShouldBe(["Shipley Singers", "Zetland Singers"]);

        await (await site.SignInAsJoanAsync()).ChangeAsync("running", ("State", "break"), ("BackOn", Typed((await TodayAsync(site)).AddDays(40))));

        (await FoundAsync(site)).ShouldBe(["Zetland Singers", "Shipley Singers"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_break_ends_by_itself_and_then_says_nothing(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await PutAsync(site, facts => facts with { BackOn = new DateOnly(2026, 1, 6) });

        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldNotContain("break");
        var form = await (await site.SignInAsJoanAsync()).GetAsync(ShipleySingers.Edit + "/running");
        form.Find("[name=State][value=meets]").HasAttribute("checked").ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_break_without_a_date_is_one_too_and_ends_with_one_choice(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        await joan.ChangeAsync("running", ("State", "break"));
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Having a break");
        (await CardAsync(site)).NextDates.ShouldBeEmpty();

        await joan.ChangeAsync("running", ("State", "meets"));
        (await CardAsync(site)).NextDates.ShouldNotBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_day_that_has_passed_or_cannot_be_read_is_told_beside_the_field(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var passed = await joan.ChangeAsync("running", ("State", "break"), ("BackOn", "2026-01-01"));
        passed.Find("#BackOn-error").TextContent.ShouldContain("still to come");
        var unclear = await joan.SubmitAsync(passed, "main form", [("BackOn", "after Easter")]);
        unclear.Find("#BackOn-error").TextContent.ShouldContain("could not read");
        unclear.Find("[name=BackOn]").GetAttribute("value").ShouldBe("after Easter");
        unclear.Find("[name=State][value=break]").HasAttribute("checked").ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_has_the_address_of_a_group_that_stopped_reads_a_kind_note_and_the_search_no_longer_finds_it(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var saved = await joan.ChangeAsync("running", ("State", "stopped"));
        saved.Text.ShouldContain("no longer in the search");

        var note = await site.Visitor.GetAsync(ShipleySingers.Page);
        note.Status.ShouldBe(HttpStatusCode.Gone);
        note.Text.ShouldContain("Shipley Singers");
        note.Text.ShouldContain("This group stopped meeting on");
        note.Find("meta[name=robots]").GetAttribute("content").ShouldBe("noindex");
        (await site.Visitor.GetAsync("/pl" + ShipleySingers.Page)).Text.ShouldContain("Śpiewacy z Shipley");
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldNotContain("Shipley Singers");
        (await joan.GetAsync("/my-groups")).Text.ShouldContain("Stopped");

        await joan.SubmitAsync(saved, ".portal-notice form");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Visitor.GetAsync("/groups?q=singers")).Text.ShouldContain("Shipley Singers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_that_stopped_can_meet_again(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("running", ("State", "stopped"));

        await joan.ChangeAsync("running", ("State", "meets"));

        var group = await site.ReadGroupAsync();
        (group.Published, group.StoppedOn).ShouldBe((true, null));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_that_was_hidden_by_those_who_manage_groups_does_not_come_back_this_way(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await PutAsync(site, facts => facts with { Published = false });

        (await joan.GetAsync(ShipleySingers.Edit + "/running")).Document.QuerySelector("[name=State][value=stopped]").ShouldBeNull();
        await joan.ChangeAsync("running", ("State", "stopped"));
        await joan.ChangeAsync("running", ("State", "break"));
        await joan.ChangeAsync("running", ("State", "meets"));

        (await site.ReadGroupAsync()).Published.ShouldBeFalse();
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_whose_dates_are_over_says_so(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await PutAsync(site, facts => facts with { Schedules = [facts.Schedules[0] with { EndDate = new DateOnly(2026, 1, 31) }] });

        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("No date is planned at the moment.");
        (await CardAsync(site)).PlacesInWords.ShouldNotBeNull().ShouldContain("No date is planned");
    }

    private static async Task<IEnumerable<string>> FoundAsync(TestSite site)
        => (await site.Visitor.GetAsync("/groups?q=singers")).Document.QuerySelectorAll(".portal-card__title").Select(title => title.TextContent.Trim());

    private static async Task<ListingCard> CardAsync(TestSite site)
        => (await site.RunAsync(services => services.GetRequiredService<IListings>().CardsAsync([ShipleySingers.Id], default)))[ShipleySingers.Id];

    private static Task<DateOnly> TodayAsync(TestSite site) => site.RunAsync(services => Task.FromResult(services.GetRequiredService<DateWords>().Today));

    private static string Typed(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Task PutAsync(TestSite site, Func<ListingFacts, ListingFacts> change) => site.RunAsync(async services =>
    {
        var editor = services.GetRequiredService<ListingEditor>();
        (await editor.ChangeFactsAsync(ShipleySingers.Id, 0, change, default)).Result.ShouldBe(EditResult.Saved);
    });
}
