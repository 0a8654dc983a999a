using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class ManagePageTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Only_those_who_may_see_the_pages(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var nobody = await site.SignInAsync("EditOwnListings");
        foreach (var (path, permission) in new[]
        {
            ("/manage/listings", "ManageListings"), ("/manage/trust", "ManageListings"), ("/manage/term-dates", "ManageListings"), ("/manage/taxonomies", "ManageTaxonomies"),
            ("/manage/taxonomies/act-walking", "ManageTaxonomies"), ("/manage/audit", "ViewAudit"),
        })
        {
            (await site.NewVisitor().GetAsync(path, followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect, path);
            (await nobody.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
            (await (await site.SignInAsync(permission)).GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_list_of_groups_is_searched_and_narrowed_to_stale_ones(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);
        var moderator = await site.SignInAsync("ManageListings");

        (await moderator.GetAsync("/manage/listings?q=Shipley+Singers")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var stale = await moderator.GetAsync("/manage/listings?state=stale");
        var rows = stale.Document.QuerySelectorAll("tbody tr");
        rows.Length.ShouldBeGreaterThan(0);
        rows.ShouldAllBe(row => row.QuerySelector(".portal-fresh--stale") != null);
        (await moderator.GetAsync("/manage/listings?number=2")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_report_from_the_public_waits_until_it_is_dealt_with(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var form = await site.Visitor.GetAsync("/groups/shipley-singers/report");

        var empty = await site.Visitor.SubmitAsync(form, "form.portal-form", [("Reply", "nobody")]);
        empty.Find(".nhsuk-error-summary").TextContent.ShouldContain("Choose what is wrong");
        empty.Text.ShouldContain("This is not an e-mail address");
        empty.Find("#Reply").GetAttribute("value").ShouldBe("nobody");

        var sent = await site.Visitor.SubmitAsync(form, "form.portal-form", [("What", "time"), ("Words", "It begins at 7 <b>now</b>")]);
        sent.Text.ShouldContain("Thank you for telling us");

        var moderator = await site.SignInAsync("ManageListings");
        var waiting = await moderator.GetAsync("/manage/reports");
        waiting.Address.PathAndQuery.ShouldEndWith("/manage/moderation?kind=report");
        waiting.Text.ShouldContain("The time or place is wrong. It begins at 7 <b>now</b>");
        (await moderator.GetAsync("/manage/listings?state=reported")).Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var report = await moderator.OpenFirstAsync("?kind=report");
        (await moderator.SubmitAsync(report, "form.portal-form")).Text.ShouldContain("Nothing waits here");
        (await moderator.GetAsync(report.Address.ToString())).Text.ShouldContain("Dealt with on");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_reader_who_left_an_address_gets_an_answer_in_the_language_they_read_in(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var form = await site.Visitor.GetAsync("/ur/groups/shipley-singers/report");
        await site.Visitor.SubmitAsync(form, "form.portal-form", [("What", "closed"), ("Reply", "reader@example.org")]);
        var moderator = await site.SignInAsModeratorAsync();

        await moderator.SubmitAsync(await moderator.OpenFirstAsync(), "form.portal-form", [("Answer", "They are back in May.")]);

        var mail = (await site.ReadMailAsync())[0];
        mail.To.ShouldBe("reader@example.org");
        mail.Language.ShouldBe("ur");
        mail.Subject.ShouldContain("ہمارا جواب");
        mail.Text.ShouldContain("They are back in May.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_fills_in_the_hidden_field_is_thanked_and_not_kept(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var form = await site.Visitor.GetAsync("/groups/shipley-singers/report");

        (await site.Visitor.SubmitAsync(form, "form.portal-form", [("What", "closed"), ("Website", "https://spam.example.org")])).Text.ShouldContain("Thank you");

        (await (await site.SignInAsync("ManageListings")).GetAsync("/manage/moderation")).Text.ShouldContain("Nothing waits here");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Too_many_reports_of_one_group_are_refused(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var form = await site.Visitor.GetAsync("/groups/shipley-singers/report");
        for (var i = 0; i < 5; i++) await site.Visitor.SubmitAsync(form, "form.portal-form", [("What", "closed")]);

        (await site.Visitor.SubmitAsync(form, "form.portal-form", [("What", "closed")])).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_is_taken_back_from_the_trail(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        await site.RunAsync(async services =>
        {
            var editor = services.GetRequiredService<ListingEditor>();
            var listing = (await editor.FindAsync("shipley-singers", default))!;
            await editor.ChangeWordsAsync(listing.Id, listing.Revision, "en", words => words with { Title = "Vandalised" }, false, default);
        });
        (await site.Visitor.GetAsync("/groups/shipley-singers")).Find("h1").TextContent.ShouldBe("Vandalised");
        var moderator = await site.SignInAsync("ViewAudit", "ManageListings");

        var trail = await moderator.GetAsync("/manage/audit?kind=listing");
        trail.Text.ShouldContain("Group changed: Vandalised");
        var after = await moderator.SubmitAsync(trail, "tbody form");

        after.Text.ShouldContain("Taken back");
        (await site.Visitor.GetAsync("/groups/shipley-singers")).Find("h1").TextContent.ShouldBe("Shipley Singers");
        (await (await site.SignInAsync("ViewAudit")).GetAsync("/manage/audit?kind=listing")).Document.QuerySelectorAll("tbody form").ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_word_for_a_kind_of_activity_finds_its_groups_at_once(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        (await site.Visitor.GetAsync("/groups?q=perambulation")).Document.QuerySelectorAll(".portal-card").ShouldBeEmpty();
        var editor = await site.SignInAsync("ManageTaxonomies");
        var form = await editor.GetAsync("/manage/taxonomies/act-walking");

        (await editor.SubmitAsync(form, "form.portal-form", [("Names[0].Name", "")])).Find(".nhsuk-error-summary").TextContent.ShouldContain("Give it a name");
        var saved = await editor.SubmitAsync(form, "form.portal-form", [("Names[0].Synonyms", "walks\nperambulation")]);

        saved.Text.ShouldContain("Saved");
        (await site.Visitor.GetAsync("/ur/groups?q=perambulation")).Document.QuerySelectorAll(".portal-card").Length.ShouldBeGreaterThan(5);
    }
}
