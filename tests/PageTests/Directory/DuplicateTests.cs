using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Directory.Services.Duplicates;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>One group with two pages: found, explained, made one, and made two again.</summary>
public sealed class DuplicateTests
{
    private const string Again = "/groups/singers-of-shipley";

    [DatabaseTheory, EveryDatabase]
    public async Task The_night_finds_two_pages_of_one_group_once_and_says_why(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        (await FindAsync(site)).ShouldBe(1);
        (await FindAsync(site)).ShouldBe(0);

        var moderator = await site.SignInAsModeratorAsync();
        (await moderator.GetAsync(ModerationSite.Queue + "?kind=duplicate")).Text.ShouldContain("The same phone, e-mail or website");
        var page = await moderator.OpenFirstAsync("?kind=duplicate");
        page.Text.ShouldContain("Is this one group with two pages?");
        page.Text.ShouldContain("The same day and time");
        page.Text.ShouldContain("Kept by joan@example.org");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task One_page_is_made_of_two_and_the_old_address_leads_to_it(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var (moderator, page) = await OpenPairAsync(site);
        var merged = await MergeAsync(moderator, page, "Facts.ContactEmail");
        merged.Text.ShouldContain("There is one page now.");

        var group = await site.ReadGroupAsync();
        group.ContactEmail.ShouldBe("sing@example.org");
        group.ContactPhone.ShouldBe("01632 960201");
        group.Maintainers.Select(maintainer => maintainer.Email).ShouldBe([ShipleySingers.Joan, "omar@example.org"], ignoreOrder: true);
        group.AssuredOn.ShouldBe(new DateOnly(2026, 3, 2));
        group.Texts.In("ur")!.Title.ShouldBe("شپلے گلوکار");

        (await site.Visitor.GetAsync(Again)).Address.AbsolutePath.ShouldEndWith(ShipleySingers.Page);
        (await site.Visitor.GetAsync("/ur" + Again)).Address.AbsolutePath.ShouldEndWith("/ur" + ShipleySingers.Page);
        (await site.Visitor.GetAsync("/groups?q=singers")).Document.QuerySelectorAll(".portal-card").Length.ShouldBe(1);
        (await site.ReadMailAsync()).ShouldHaveSingleItem().To.ShouldBe("omar@example.org");
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Lists_and_plans_that_name_the_page_that_went_show_the_one_that_stayed(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var (moderator, page) = await OpenPairAsync(site);
        await MergeAsync(moderator, page);

        var cards = await site.RunAsync(services => services.GetRequiredService<IListings>().CardsAsync(["again"], default));
        cards["again"].Id.ShouldBe(ShipleySingers.Id);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_recipe_carries_two_pages_that_became_one_to_another_site(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var (moderator, page) = await OpenPairAsync(site);
        await MergeAsync(moderator, page);
        var file = Path.GetTempFileName();
        try
        {
            await site.RunAsync(services => services.GetRequiredService<IRecipes>().ExportAsync(file, default));
            var other = await TestSite.CreateAsync(site.Host);
            (await other.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(file, default))).ShouldBeEmpty();

            (await other.Visitor.GetAsync(Again)).Address.AbsolutePath.ShouldEndWith(ShipleySingers.Page);
            (await other.Visitor.GetAsync("/groups?q=singers")).Document.QuerySelectorAll(".portal-card").Length.ShouldBe(1);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_merge_is_undone_and_both_pages_are_as_they_were(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var before = await StateAsync(site);
        var (moderator, page) = await OpenPairAsync(site);
        var merged = await MergeAsync(moderator, page, "Facts.ContactEmail", "Texts.en.Summary");
        (await StateAsync(site)).ShouldNotBe(before);

        (await moderator.SubmitAsync(merged, "main form[action*='handler=Undo']")).Text.ShouldContain("There are two pages again, as they were.");

        (await StateAsync(site)).ShouldBe(before);
        (await site.Visitor.GetAsync(Again)).Address.AbsolutePath.ShouldEndWith(Again);
        (await site.Visitor.GetAsync("/groups?q=singers")).Document.QuerySelectorAll(".portal-card").Length.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_changed_since_the_merge_is_not_lost_by_undoing_it(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var (moderator, page) = await OpenPairAsync(site);
        var merged = await MergeAsync(moderator, page, "Facts.ContactEmail");
        await site.ChangeAsync(facts => facts with { ContactEmail = "new@example.org" });

        (await moderator.SubmitAsync(merged, "main form[action*='handler=Undo']")).Text.ShouldContain("The page that stayed was changed since");

        (await site.ReadGroupAsync()).ContactEmail.ShouldBe("new@example.org");
        (await site.Visitor.GetAsync(Again)).Status.ShouldBe(HttpStatusCode.OK);
        (await site.Visitor.GetAsync(Again)).Address.AbsolutePath.ShouldEndWith(Again);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_groups_that_were_said_to_be_different_are_not_asked_about_again(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var (moderator, page) = await OpenPairAsync(site);
        var form = page.Find("main form[action*='handler=Merge']");
        form.SetAttribute("action", page.Find("button[formaction*='handler=Different']").GetAttribute("formaction")!);
        var answered = await moderator.SubmitAsync(page, "main form[action*='handler=Different']");
        answered.Text.ShouldContain("We do not ask again.");

        (await FindAsync(site)).ShouldBe(0);
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");

        await moderator.SubmitAsync(answered, "main form[action*='handler=Again']");
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldNotContain("Nothing waits here");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_that_changed_while_somebody_looked_is_not_merged_unseen(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var (moderator, page) = await OpenPairAsync(site);
        await site.ChangeAsync(facts => facts with { ContactName = "Rita" });

        (await MergeAsync(moderator, page)).Text.ShouldContain("One of the pages was changed since you opened this.");
        (await site.Visitor.GetAsync(Again)).Address.AbsolutePath.ShouldEndWith(Again);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_pages_are_put_side_by_side_by_hand(DatabaseKind kind)
    {
        var site = await OpenAsync(kind);
        var moderator = await site.SignInAsModeratorAsync();
        var page = await moderator.GetAsync("/manage/moderation/duplicates");
        var refused = await moderator.SubmitAsync(page, "main form", [("First", "shipley-singers"), ("Second", "https://portal.example.org/bradford/groups/nothing")]);
        refused.Find("#Second-error").TextContent.ShouldContain("There is no page of a group at this address.");
        refused.Find("#First").GetAttribute("value").ShouldBe("shipley-singers");
        (await moderator.SubmitAsync(refused, "main form", [("Second", "https://portal.example.org/ur/groups/singers-of-shipley?from=mail")])).Text.ShouldContain("Is this one group with two pages?");
    }

    private static Task<int> FindAsync(TestSite site) => site.RunAsync(services => services.GetRequiredService<DuplicateFinder>().FindAsync(default));

    private static async Task<(Visitor Moderator, Answer Page)> OpenPairAsync(TestSite site)
    {
        await FindAsync(site);
        var moderator = await site.SignInAsModeratorAsync();
        var page = await moderator.OpenFirstAsync("?kind=duplicate");
        page.Find("input[name=keep]").GetAttribute("value").ShouldBe("again", "Both are kept; this one was confirmed last.");
        return (moderator, await moderator.GetAsync(page.Find("a[href*='?keep=']").GetAttribute("href")!.Split(site.Tenant.PathPrefix, 2)[1]));
    }

    /// <summary>Makes one page of two, taking some parts from the one that goes, beside those the other says nothing of.</summary>
    private static Task<Answer> MergeAsync(Visitor moderator, Answer page, params string[] fromOther)
    {
        var parts = page.Document.QuerySelectorAll("input[name$='.Part']").Select(input => (Name: input.GetAttribute("name")!, Part: input.GetAttribute("value")!));
        return moderator.SubmitAsync(page, "main form[action*='handler=Merge']", [.. parts.Where(part => fromOther.Contains(part.Part)).Select(part => (part.Name.Replace(".Part", ".Take"), (string?)"suggested"))]);
    }

    private static Task<string> StateAsync(TestSite site)
        => site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var states = new List<string>();
            foreach (var listing in await db.Set<Listing>().Include(listing => listing.Texts).Include(listing => listing.Maintainers).OrderBy(listing => listing.Id).ToListAsync())
                states.Add(SnapshotParts.Of(listing.Snapshot()).ToJsonString());
            return string.Join('\n', states);
        });

    /// <summary>The singers of Shipley have a second page, which somebody else made: another way to write the name, another record of the hall.</summary>
    private static async Task<TestSite> OpenAsync(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var venue = new Venue { Id = "hall-2", Slug = "hall-2", Culture = "en", AddressLine = "Kirkgate", Town = "Shipley", Postcode = "BD18 3EL", Latitude = 53.8336, Longitude = -1.7778 };
            venue.Texts.Add(new VenueText { Id = "hall-2", VenueId = "hall-2", Culture = "en", VersionId = "v1", Title = "Hall in Kirkgate" });
            var again = new Listing { Id = "again", Slug = "singers-of-shipley", Culture = "en" };
            again.Texts.Add(new ListingText { Id = "again", ListingId = "again", Culture = "en", VersionId = "v1", Words = new ListingWords { Title = "Singers of Shipley", Summary = "Songs old and new.", Description = "We sing." } });
            again.Texts.Add(new ListingText { Id = "again-ur", ListingId = "again", Culture = "ur", VersionId = "v1-ur", SourceVersion = "v1", Words = new ListingWords { Title = "شپلے گلوکار" } });
            again.Put(new ListingFacts
            {
                VenueId = "hall-2",
                Attendance = [AttendanceWays.InPerson],
                Languages = ["en"],
                Schedules = [new Schedule { Frequency = Frequency.Weekly, ByDay = ["TU"], Start = new TimeOnly(10, 0) }],
                ContactPhone = "+44 1632 960201",
                ContactEmail = "sing@example.org",
                AssuredOn = new DateOnly(2026, 3, 2),
                Maintainers = ["omar@example.org"],
            });
            db.AddRange(venue, again);
            await db.SaveChangesAsync();
            var editor = services.GetRequiredService<ListingEditor>();
            foreach (var slug in new[] { ShipleySingers.Slug, "singers-of-shipley" }) await services.GetRequiredService<ListingIndexer>().IndexAsync((await editor.FindAsync(slug, default))!, default);
            await db.SaveChangesAsync();
        });
        return site;
    }
}
