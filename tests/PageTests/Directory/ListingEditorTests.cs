using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class ListingEditorTests
{
    private const string Slug = "shipley-singers";

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_is_public_at_once_and_found_by_its_new_words(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        await site.Visitor.GetAsync("/groups/" + Slug);

        (await ChangeAsync(site, words => words with { Title = "Xylophone evening" })).ShouldBe(EditResult.Saved);

        (await site.Visitor.GetAsync("/groups/" + Slug)).Find("h1").TextContent.ShouldBe("Xylophone evening");
        (await site.Visitor.GetAsync("/groups?q=xylophone")).Document.QuerySelectorAll(".portal-card").Length.ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_stale_form_overwrites_nothing(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var revision = (await FindAsync(site)).Revision;
        await ChangeAsync(site, words => words with { Title = "First" });

        var outcome = await site.RunAsync(services => services.GetRequiredService<ListingEditor>()
            .ChangeWordsAsync("bd-shipley-singers", revision, "en", words => words with { Title = "Second" }, isRight: false, default));

        outcome.Result.ShouldBe(EditResult.Stale);
        outcome.Listing!.Source.Title.ShouldBe("First");
        (await FindAsync(site)).Source.Title.ShouldBe("First");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_who_save_at_the_same_moment_do_not_overwrite_each_other(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var revision = (await FindAsync(site)).Revision;

        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(number => site.RunAsync(services => services.GetRequiredService<ListingEditor>()
            .ChangeFactsAsync("bd-shipley-singers", revision, facts => facts with { ContactName = "Joan " + number }, default))));

        results.Count(outcome => outcome.Result == EditResult.Saved).ShouldBe(1);
        results.Count(outcome => outcome.Result == EditResult.Stale).ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_that_changes_nothing_is_not_written(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var before = await EntriesAsync(site);

        (await ChangeAsync(site, words => words)).ShouldBe(EditResult.Unchanged);

        (await EntriesAsync(site)).Count.ShouldBe(before.Count);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_can_be_undone_from_its_history_and_the_trail_stays_whole(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var original = (await FindAsync(site)).Snapshot();
        await site.RunAsync(async services => await services.GetRequiredService<ListingEditor>().ChangeAsync(
            "bd-shipley-singers", (await FindAsync(site)).Revision,
            facts => facts with { Cost = Cost.Paid, CostPence = 350, VenueId = null, Schedules = [], Maintainers = ["new@example.org"] },
            words => words with { Title = "Changed", CostNote = null }, default));
        var entry = (await EntriesAsync(site))[0];
        entry.Action.ShouldBe("listing.changed");

        var outcome = await site.RunAsync(services => services.GetRequiredService<ListingEditor>().RestoreAsync("bd-shipley-singers", entry.Number, undo: true, null, default));

        outcome.Result.ShouldBe(EditResult.Saved);
        System.Text.Json.JsonSerializer.Serialize((await FindAsync(site)).Snapshot(), PortalJson.Options)
            .ShouldBe(System.Text.Json.JsonSerializer.Serialize(original, PortalJson.Options));
        (await site.RunAsync(services => services.GetRequiredService<AuditLog>().FindBreakAsync())).ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Confirming_makes_a_stale_group_fresh(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var stale = await site.RunAsync(async services =>
        {
            var editor = services.GetRequiredService<ListingEditor>();
            var listing = (await editor.FindAsync(Slug, default))!;
            await editor.ChangeFactsAsync(listing.Id, listing.Revision, facts => facts with { AssuredOn = new DateOnly(2025, 1, 1) }, default);
            return listing;
        });
        (await site.Visitor.GetAsync("/groups/" + Slug)).Text.ShouldContain("Ring before you go");

        await site.RunAsync(services => services.GetRequiredService<ListingEditor>().ConfirmAsync(stale.Id, default));

        var page = await site.Visitor.GetAsync("/groups/" + Slug);
        page.Text.ShouldContain("Confirmed today");
        page.Text.ShouldNotContain("Ring before you go");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_hidden_group_is_neither_shown_nor_found(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var listing = await FindAsync(site);
        await site.RunAsync(services => services.GetRequiredService<ListingEditor>().ChangeFactsAsync(listing.Id, listing.Revision, facts => facts with { Published = false }, default));

        (await site.Visitor.GetAsync("/groups/" + Slug)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await site.Visitor.GetAsync("/groups?q=shipley+singers")).Document.QuerySelectorAll($"a[href$='/groups/{Slug}']").ShouldBeEmpty();
    }

    private static async Task<EditResult> ChangeAsync(TestSite site, Func<ListingWords, ListingWords> change)
    {
        var listing = await FindAsync(site);
        return (await site.RunAsync(services => services.GetRequiredService<ListingEditor>().ChangeWordsAsync(listing.Id, listing.Revision, "en", change, isRight: false, default))).Result;
    }

    private static Task<Listing> FindAsync(TestSite site)
        => site.RunAsync(async services => (await services.GetRequiredService<ListingEditor>().FindAsync(Slug, default))!);

    private static Task<List<AuditEntry>> EntriesAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<AuditLog>().Of("listing", "bd-shipley-singers").ToListAsync());
}
