using System.Net;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.OpenReferral;

public sealed class ImportPageTests
{
    private const string Sheet = "Groups in Shipley\n\nActivity;Weekday;From;Until;Meeting place;Ring\nTea and chat;Monday;10;12;Shipley Library, Shipley BD18 3QH;01632 960123\n;Tuesday;2pm;;Town Hall;01632 960124\nChoir;some day;;;;01632 960125\n";

    [DatabaseTheory, EveryDatabase]
    public async Task Only_those_who_may_see_the_pages(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var nobody = await site.SignInAsync("ManageListings");
        foreach (var path in new[] { "/manage/imports", "/manage/imports/add" })
        {
            (await site.NewVisitor().GetAsync(path, followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect, path);
            (await nobody.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await (await site.SignInAsync("ManageImports")).GetAsync("/manage/imports")).Text.ShouldContain("There is no source yet");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_messy_spreadsheet_is_mapped_put_right_and_put_in(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var editor = await site.SignInAsync("ManageImports");

        // The columns are guessed; one is put right; the first rows are shown as they would be taken.
        var columns = await editor.UploadAsync(await editor.GetAsync("/manage/imports/add"), "main form", "groups.csv", Sheet, ("What", "sheet"), ("Name", "Council list"), ("Language", "en"));
        columns.Find("select[name='Fields[0]'] option[selected]").GetAttribute("value").ShouldBe("name");
        columns.Find("select[name='Fields[4]'] option[selected]").GetAttribute("value").ShouldBe("where");
        columns.Find("select[name='Fields[5]'] option[selected]").GetAttribute("value").ShouldBe("");
        columns.Text.ShouldContain("Tea and chat");
        columns.Text.ShouldContain("It has no name.");
        var page = await editor.SubmitAsync(columns, "main form", [("Fields[5]", "phone")]);
        page.Text.ShouldContain("Council list");
        var run = await site.RestAsync();
        (run.State, run.Added, run.Refused).ShouldBe((RunState.Review, 2, 1));

        // The faulty line is put right on the page: first wrongly, then well.
        var lines = await editor.GetAsync($"/manage/imports/runs/{run.Id}/lines");
        lines.Text.ShouldContain("Line 5 It has no name.");
        lines.Text.ShouldContain("We could not make out day and time of “some day”");
        var still = await editor.SubmitAsync(lines, ".portal-history form");
        still.Find(".nhsuk-error-summary").TextContent.ShouldContain("It has no name.");
        still.Find("input[name='Cells[1]']").GetAttribute("value").ShouldBe("Tuesday");
        var right = await editor.SubmitAsync(still, ".portal-history form", [("Cells[0]", "Line dancing")]);
        right.Text.ShouldContain("There is no line left to put right");

        var review = await editor.GetAsync($"/manage/imports/runs/{run.Id}");
        await editor.SubmitAsync(review, "form[action*='handler=Apply']");
        (await site.RestAsync()).State.ShouldBe(RunState.Done);
        (await site.ListingsAsync()).Select(listing => listing.Source.Title).ShouldBe(["Choir", "Line dancing", "Tea and chat"], ignoreOrder: true);
        (await site.Visitor.GetAsync("/groups?q=dancing")).Document.QuerySelectorAll(".portal-card").Length.ShouldBe(1);

        // The same file again: its columns and its faulty line are remembered, nothing is different.
        var source = (await site.LastRunAsync()).SourceId;
        await editor.UploadAsync(await editor.GetAsync($"/manage/imports/{source}"), "form[action*='handler=Again']", "groups.csv", Sheet);
        var again = await site.RestAsync();
        (again.Added, again.Changed, again.Gone, again.Refused, again.Unchanged).ShouldBe((0, 0, 0, 0, 3));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_no_spreadsheet_is_refused_beside_the_field(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var editor = await site.SignInAsync("ManageImports");
        var page = await editor.SubmitAsync(await editor.GetAsync("/manage/imports/add"), "main form", [("What", "feed"), ("Address", "ftp://example.org"), ("Name", "")]);

        page.Find("#Address-error").TextContent.ShouldContain("https://");
        page.Find("#Name-error").TextContent.ShouldContain("Give it a name");
        page.Find("#Address").GetAttribute("value").ShouldBe("ftp://example.org");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_feed_that_cannot_be_reached_says_so(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var editor = await site.SignInAsync("ManageImports");
        await editor.SubmitAsync(await editor.GetAsync("/manage/imports/add"), "main form", [("What", "feed"), ("Address", "http://127.0.0.1:9/oruk/v3"), ("Name", "Inside"), ("Language", "en")]);
        var run = await site.RestAsync();

        run.State.ShouldBe(RunState.Failed);
        (await editor.GetAsync($"/manage/imports/runs/{run.Id}")).Text.ShouldContain("it is not an address on the public internet");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_tenth_that_would_go_is_asked_for_on_the_page(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.ImportAsync(Groups(9));
        await site.ImportAsync(Groups(7));

        var editor = await site.SignInAsync("ManageImports");
        var page = await editor.GetAsync($"/manage/imports/runs/{(await site.LastRunAsync()).Id}");
        page.Text.ShouldContain("2 groups are no longer in the source");
        page = await editor.SubmitAsync(page, "form[action*='hide=false']");
        await editor.SubmitAsync(page, "form[action*='handler=Apply']");
        await site.RestAsync();
        (await site.ListingsAsync()).Count(listing => listing.Published).ShouldBe(9);

        // Kept on purpose: nobody is asked again.
        (await site.ImportAsync(Groups(7))).Problems.ShouldBeEmpty();
    }

    private static string Groups(int count) => "Ref,Group name,When,Tel\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"{i},Group {i},Mon 10am,01632 960123\n"));
}
