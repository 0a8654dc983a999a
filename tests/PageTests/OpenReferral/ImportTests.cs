using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PageTests.Directory;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

public sealed class ImportTests
{
    private const string Heading = "Ref,Group name,Day/Time,Where,Tel,Cost,Run by\n";
    private const string Tea = "1,Tea and chat,Mondays 10am-12,\"Shipley Library, Wellcroft, Shipley BD18 3QH\",01632 960123,Free,Friends of Shipley\n";
    private const string Choir = "2,Choir,Tuesdays 7pm,\"Town Hall, Shipley BD18 3EJ\",01632 960124,£2,Friends of Shipley\n";
    private const string Walk = "3,Walk,Fri 10am,\"Shipley Library, Wellcroft, Shipley BD18 3QH\",01632 960125,Free,Friends of Shipley\n";

    [DatabaseTheory, EveryDatabase]
    public async Task A_spreadsheet_becomes_groups_that_are_found_and_say_where_they_come_from(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var outcome = await site.ImportAsync(Heading + Tea + Choir, with: request => request with { Publisher = "Shipley Council", Licence = "Open Government Licence v3.0" });

        outcome.Problems.ShouldBeEmpty();
        (outcome.Added, outcome.Changed, outcome.Gone).ShouldBe((2, 0, 0));
        var tea = await site.ListingAsync("Tea and chat");
        tea.Schedules.ShouldHaveSingleItem().ByDay.ShouldBe(["MO"]);
        (await site.Visitor.GetAsync("/groups?q=chat")).Document.QuerySelectorAll(".portal-card").Length.ShouldBe(1);
        var page = await site.Visitor.GetAsync("/groups/" + tea.Slug);
        page.Text.ShouldContain("Shipley Library");
        page.Text.ShouldContain("Friends of Shipley");
        page.Text.ShouldContain("From the directory of Shipley Council, under Open Government Licence v3.0, last seen there on");
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            (await db.Set<Organisation>().CountAsync()).ShouldBe(1);
            (await db.Set<AuditEntry>().CountAsync(entry => entry.Action == "listing.added")).ShouldBe(2);
            (await services.GetRequiredService<AuditLog>().FindBreakAsync()).ShouldBeNull();
        });
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_same_file_twice_changes_nothing(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.ImportAsync(Heading + Tea + Choir);
        var before = await AuditedAsync(site);

        var outcome = await site.ImportAsync(Heading + Tea + Choir);

        (outcome.Added, outcome.Changed, outcome.Gone, outcome.Conflicts, outcome.Unchanged).ShouldBe((0, 0, 0, 0, 2));
        (await AuditedAsync(site)).ShouldBe(before);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_correction_made_here_stays_and_what_the_source_changed_elsewhere_is_taken(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.ImportAsync(Heading + Tea);
        await CorrectPhoneAsync(site, "Tea and chat", "01632 960999");

        var outcome = await site.ImportAsync(Heading + Tea.Replace("Mondays 10am-12", "Mondays 11am-1pm", StringComparison.Ordinal));

        (outcome.Changed, outcome.Conflicts).ShouldBe((1, 0));
        var tea = await site.ListingAsync("Tea and chat");
        tea.ContactPhone.ShouldBe("01632 960999");
        tea.Schedules.ShouldHaveSingleItem().Start.ShouldBe(new TimeOnly(11, 0));
        var corrections = await site.RunAsync(async services =>
        {
            var found = new List<Correction>();
            await foreach (var correction in services.GetRequiredService<Corrections>().ReadAsync((await services.GetRequiredService<PortalDbContext>().Set<ImportSource>().SingleAsync()).Id, default)) found.Add(correction);
            return found;
        });
        corrections.ShouldHaveSingleItem().ShouldBe(new Correction("Service", "1", "Tea and chat", "Phone", "01632 960123", "01632 960999"));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Where_both_changed_the_same_it_waits_and_both_are_shown(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.ImportAsync(Heading + Tea);
        await CorrectPhoneAsync(site, "Tea and chat", "01632 960999");

        var outcome = await site.ImportAsync(Heading + Tea.Replace("01632 960123", "01632 960555", StringComparison.Ordinal));

        outcome.Conflicts.ShouldBe(1);
        outcome.Problems.ShouldHaveSingleItem().ShouldContain("1 change waits");
        (await site.ListingAsync("Tea and chat")).ContactPhone.ShouldBe("01632 960999");

        var editor = await site.SignInAsync("ManageImports");
        var page = await editor.GetAsync($"/manage/imports/runs/{(await site.LastRunAsync()).Id}/changes?kind=Conflict");
        page.Find("del").TextContent.ShouldBe("01632 960999");
        page.Find("ins").TextContent.ShouldBe("01632 960555");
        var number = page.Find("input[value=TakeAll]").GetAttribute("name")!;
        await editor.SubmitAsync(page, "main form", [(number, "TakeAll")]);
        var run = await editor.GetAsync($"/manage/imports/runs/{(await site.LastRunAsync()).Id}");
        await editor.SubmitAsync(run, "form[action*='handler=Apply']");
        (await site.RestAsync()).State.ShouldBe(RunState.Done);
        (await site.ListingAsync("Tea and chat")).ContactPhone.ShouldBe("01632 960555");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_no_feed_can_say_of_a_meeting_is_not_lost_when_the_source_moves_it(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.ImportAsync(Heading + Tea);
        var off = new DateChange { Off = new DateOnly(2026, 12, 28), Reason = "Library closed" };
        await ChangeAsync(site, "Tea and chat", facts => facts with { Schedules = [facts.Schedules[0] with { TermTimeOnly = true, Changes = [off] }] });

        (await site.ImportAsync(Heading + Tea)).Unchanged.ShouldBe(1);
        var outcome = await site.ImportAsync(Heading + Tea.Replace("10am-12", "11am-1pm", StringComparison.Ordinal));

        outcome.Conflicts.ShouldBe(1);
        var schedule = (await site.ListingAsync("Tea and chat")).Schedules.ShouldHaveSingleItem();
        (schedule.Start, schedule.TermTimeOnly).ShouldBe((new TimeOnly(10, 0), true));
        schedule.Changes.ShouldBe([off]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_run_that_would_remove_more_than_a_tenth_stops_and_asks(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.ImportAsync(Heading + Tea + Choir + Walk);

        var outcome = await site.ImportAsync(Heading + Tea);

        outcome.Problems.ShouldHaveSingleItem().ShouldContain("2 groups would be hidden");
        (await site.ListingsAsync()).Count(listing => listing.Published).ShouldBe(3);

        (await site.ImportAsync(Heading + Tea, with: request => request with { MayRemoveMany = true })).Problems.ShouldBeEmpty();
        (await site.ListingsAsync()).Count(listing => listing.Published).ShouldBe(1);
        (await site.Visitor.GetAsync("/groups?q=choir")).Document.QuerySelectorAll(".portal-card").ShouldBeEmpty();

        // What comes back in the source comes back here.
        (await site.ImportAsync(Heading + Tea + Choir + Walk)).Added.ShouldBe(2);
        (await site.ListingsAsync()).Count(listing => listing.Published).ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_run_is_taken_back_and_what_was_changed_since_stays(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.ImportAsync(Heading + Tea + Choir);
        await site.ImportAsync(Heading + Tea.Replace("10am-12", "11am-1pm", StringComparison.Ordinal) + Choir.Replace("7pm", "8pm", StringComparison.Ordinal) + Walk);
        await ChangeAsync(site, "Choir", facts => facts with { Schedules = [facts.Schedules[0] with { Start = new TimeOnly(18, 30) }] });

        var editor = await site.SignInAsync("ManageImports");
        var page = await editor.GetAsync($"/manage/imports/runs/{(await site.LastRunAsync()).Id}");
        await editor.SubmitAsync(page, "form[action*='handler=Undo']");
        (await site.RestAsync()).State.ShouldBe(RunState.Undone);

        (await site.ListingAsync("Walk")).Published.ShouldBeFalse();
        (await site.ListingAsync("Tea and chat")).Schedules[0].Start.ShouldBe(new TimeOnly(10, 0));
        (await site.ListingAsync("Choir")).Schedules[0].Start.ShouldBe(new TimeOnly(18, 30));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_dry_run_says_what_would_be_and_keeps_nothing(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var outcome = await site.ImportAsync(Heading + Tea + ",,Mondays 2pm,Hall,,,\n", with: request => request with { IsDryRun = true });

        outcome.Added.ShouldBe(1);
        outcome.Problems.ShouldHaveSingleItem().ShouldStartWith("Line 3:");
        (await site.ListingsAsync()).ShouldBeEmpty();
        await site.RunAsync(async services => (await services.GetRequiredService<PortalDbContext>().Set<ImportSource>().CountAsync()).ShouldBe(0));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_group_that_is_there_already_is_proposed_and_joined_without_a_change(DatabaseKind kind)
    {
        var site = await BradfordSite.ToChangeAsync(kind);
        var before = (await site.ListingsAsync()).Count;
        var outcome = await site.ImportAsync("Group name,Day/Time,Where,Tel\nSHIPLEY SINGERS,Mon 10am,\"" + await PlaceOfSingersAsync(site) + "\",01632 960123\n");
        outcome.Problems.ShouldHaveSingleItem().ShouldContain("waits");

        var editor = await site.SignInAsync("ManageImports");
        var id = (await site.LastRunAsync()).Id;
        var page = await editor.GetAsync($"/manage/imports/runs/{id}/changes?kind=Added");
        page.Text.ShouldContain("It may be the same as Shipley Singers");
        await editor.SubmitAsync(page, "main form", [(page.Find("input[value=Join]").GetAttribute("name")!, "Join")]);
        await editor.SubmitAsync(await editor.GetAsync($"/manage/imports/runs/{id}"), "form[action*='handler=Apply']");
        await site.RestAsync();

        (await site.ListingsAsync()).Count.ShouldBe(before);
        (await site.Visitor.GetAsync("/groups/shipley-singers")).Text.ShouldContain("From the directory of Test source");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_examples_of_the_standard_are_read(DatabaseKind kind)
    {
        var folder = Path.Combine(Shared.Folder, "standards", "oruk-3.0", "examples");
        Xunit.Skip.IfNot(System.IO.Directory.Exists(folder), "The examples of the standard are not here.");
        foreach (var name in new[] { "service_full.json", "service_list.json", "organization_full.json", "service_at_location_full.json" })
        {
            var site = await TestSite.CreateAsync(kind);
            var outcome = await site.ImportAsync(await File.ReadAllTextAsync(Path.Combine(folder, name)), isSheet: false);
            outcome.Problems.ShouldBeEmpty(name);
            outcome.Added.ShouldBe(1, name);
            (await site.ListingAsync("Community Counselling")).ContactEmail.ShouldBe("email@example.com");
        }
    }

    private static Task<int> AuditedAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().CountAsync(entry => entry.SubjectKind != "import"));

    private static Task CorrectPhoneAsync(TestSite site, string title, string phone) => ChangeAsync(site, title, facts => facts with { ContactPhone = phone });

    private static Task ChangeAsync(TestSite site, string title, Func<ListingFacts, ListingFacts> change) => site.RunAsync(async services =>
    {
        var editor = services.GetRequiredService<ListingEditor>();
        var listing = (await editor.FindAsync((await site.ListingAsync(title)).Slug, default))!;
        (await editor.ChangeFactsAsync(listing.Id, listing.Revision, change, default)).Result.ShouldBe(EditResult.Saved);
    });

    private static Task<string> PlaceOfSingersAsync(TestSite site) => site.RunAsync(async services =>
    {
        var listing = (await services.GetRequiredService<ListingEditor>().FindAsync("shipley-singers", default))!;
        return "Somewhere, " + (await services.GetRequiredService<PortalDbContext>().Set<Venue>().SingleAsync(venue => venue.Id == listing.VenueId)).Postcode;
    });
}
