using System.Net;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Learning;

public sealed class EditCollectionTests
{
    private const string Permission = "ManageContent";
    private const string Form = "main form[data-module=autosave-warning]";

    [DatabaseTheory, EveryDatabase]
    public async Task Only_those_who_manage_content_may_edit(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var other = await site.SignInAsync("ViewAudit");

        foreach (var path in (string[])["/manage/collections", "/manage/collections/new", "/manage/collections/x/en", "/manage/collections/x/details", "/manage/collections/x/history"])
        {
            (await site.Visitor.GetAsync(path, followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect, path);
            (await other.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_collection_is_public_once_it_has_a_gist_and_articles(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var form = await editor.SubmitAsync(await editor.GetAsync("/manage/collections/new"), "main form", [("Title", "Calm evenings"), ("Slug", "calm-evenings")]);
        form.Document.QuerySelector("textarea[name=Body]").ShouldBeNull("A collection has no more than a gist.");
        (await PublishAsync(editor)).Find(".nhsuk-error-summary").TextContent.ShouldContain("choose at least one article");
        await editor.SubmitAsync(form, Form, [("Gist", "How to end the day.")]);
        await ArrangeAsync(editor, ("art-sleep", "1"), ("art-pacing", "2"));
        (await site.Visitor.GetAsync("/learn")).Text.ShouldNotContain("Calm evenings");

        await PublishAsync(editor);
        TilesOf(await site.Visitor.GetAsync("/learn")).ShouldBe(["sleeping-with-pain", "pacing"]);

        await ArrangeAsync(editor, ("art-sleep", "9"), ("art-pacing", "3"));
        TilesOf(await site.Visitor.GetAsync("/learn")).ShouldBe(["pacing", "sleeping-with-pain"]);

        await PublishAsync(editor);
        (await site.Visitor.GetAsync("/learn")).Text.ShouldNotContain("Calm evenings");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_translation_is_written_beside_the_source_and_told_when_it_is_out_of_date(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);
        await MakeAsync(editor);

        var form = await editor.GetAsync("/manage/collections/calm-evenings/pl");
        form.Find("section[aria-labelledby=source]").TextContent.ShouldContain("How to end the day.");
        await editor.SubmitAsync(form, Form, [("Title", "Spokojne wieczory"), ("Gist", "Jak zakończyć dzień.")]);
        (await site.Visitor.GetAsync("/pl/learn")).Text.ShouldContain("Spokojne wieczory");

        await editor.SubmitAsync(await editor.GetAsync("/manage/collections/calm-evenings/en"), Form, [("Gist", "Other words.")]);
        (await editor.GetAsync("/manage/collections")).Find("a[href$='/calm-evenings/pl'] .nhsuk-tag").TextContent.ShouldBe("Out of date");
        var outOfDate = await editor.GetAsync("/manage/collections/calm-evenings/pl");
        await editor.SubmitAsync(outOfDate, Form, [("Ticked", "matches")]);
        (await editor.GetAsync("/manage/collections")).Find("a[href$='/calm-evenings/pl'] .nhsuk-tag").TextContent.ShouldBe("Written");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_changed_is_shown_and_can_be_taken_back(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);
        await MakeAsync(editor);
        await ArrangeAsync(editor, ("art-sleep", ""), ("art-pacing", "1"));

        var history = await editor.GetAsync("/manage/collections/calm-evenings/history");
        history.Find(".portal-diff ins").TextContent.ShouldStartWith("1. Pacing");
        await editor.SubmitAsync(history, ".portal-history__entry form");

        TilesOf(await site.Visitor.GetAsync("/learn")).ShouldBe(["sleeping-with-pain", "pacing"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_that_somebody_else_made_meanwhile_is_not_lost_unseen(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);
        await MakeAsync(editor);
        var mine = await editor.GetAsync("/manage/collections/calm-evenings/details");
        await ArrangeAsync(editor, ("art-sleep", "2"), ("art-pacing", "1"));

        var refused = await editor.SubmitAsync(mine, Form, [("Places[art-pacing]", "")]);

        refused.Find(".nhsuk-error-summary").TextContent.ShouldContain("Somebody else changed this");
        refused.Find("input[name='Places[art-pacing]']").GetAttribute("value").ShouldBe("");
        TilesOf(await site.Visitor.GetAsync("/learn")).ShouldBe(["pacing", "sleeping-with-pain"]);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_no_place_is_said_beside_the_field_and_a_public_collection_is_not_emptied(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);
        await MakeAsync(editor);

        var wrong = await ArrangeAsync(editor, ("art-sleep", "first"));
        wrong.Find("[id='Places-art-sleep--error'], [id$='art-sleep-error'], .nhsuk-error-message").TextContent.ShouldContain("Write a number from 1 to 999");
        wrong.Find("input[name='Places[art-sleep]']").GetAttribute("value").ShouldBe("first");

        (await ArrangeAsync(editor, ("art-sleep", ""), ("art-pacing", ""))).Find(".nhsuk-error-summary").TextContent.ShouldContain("at least one article");
    }

    private static async Task MakeAsync(Visitor editor)
    {
        var form = await editor.SubmitAsync(await editor.GetAsync("/manage/collections/new"), "main form", [("Title", "Calm evenings"), ("Slug", "calm-evenings")]);
        await editor.SubmitAsync(form, Form, [("Gist", "How to end the day.")]);
        await ArrangeAsync(editor, ("art-sleep", "1"), ("art-pacing", "2"));
        await PublishAsync(editor);
    }

    private static async Task<Answer> ArrangeAsync(Visitor editor, params (string Article, string Place)[] places)
        => await editor.SubmitAsync(await editor.GetAsync("/manage/collections/calm-evenings/details"), Form, places.Select(place => ($"Places[{place.Article}]", (string?)place.Place)));

    private static async Task<Answer> PublishAsync(Visitor editor)
        => await editor.SubmitAsync(await editor.GetAsync("/manage/collections"), "form[action*='slug=calm-evenings']");

    /// <summary>The last parts of the addresses of the articles in the collection, in order.</summary>
    private static List<string> TilesOf(Answer page)
        => [.. page.Document.QuerySelectorAll("section").Single(section => section.QuerySelector("h2")?.TextContent == "Calm evenings").QuerySelectorAll("h3 a").Select(link => link.GetAttribute("href")!.Split('/')[^1])];
}
