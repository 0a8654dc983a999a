using System.Net;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Learning;

public sealed class EditArticleTests
{
    private const string Permission = "ManageContent";
    private const string TextForm = "main form[data-module=autosave-warning]";

    [DatabaseTheory, EveryDatabase]
    public async Task Only_those_who_manage_content_may_edit(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var other = await site.SignInAsync("ViewAudit");

        foreach (var path in (string[])["/manage/articles", "/manage/articles/new", "/manage/articles/pacing/en", "/manage/articles/pacing/details", "/manage/articles/pacing/history"])
        {
            (await site.Visitor.GetAsync(path, followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect, path);
            (await other.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_list_says_how_each_language_stands(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var page = await editor.GetAsync("/manage/articles");

        StateOf(page, "pacing", "en").ShouldBe("Original");
        StateOf(page, "pacing", "ur").ShouldBe("By machine, to be checked");
        StateOf(page, "pacing", "cy").ShouldBe("Missing");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_is_public_at_once_and_makes_translations_out_of_date(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);
        await site.Visitor.GetAsync("/learn/pacing");

        await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/en"), TextForm, [("Body", "## New\n\nAltogether new words.")]);

        (await site.Visitor.GetAsync("/learn/pacing")).Text.ShouldContain("Altogether new words.");
        (await site.Visitor.GetAsync("/ur/learn/pacing")).Find(".portal-notice").TextContent.ShouldContain("اس ترجمے کے بعد اصل مضمون بدلا گیا ہے");
        StateOf(await editor.GetAsync("/manage/articles"), "pacing", "ur").ShouldBe("Out of date");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task After_a_small_correction_translations_stay_right(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/en"), TextForm, [("Title", "Pacing, a little and often"), ("Ticked", "small")]);

        StateOf(await editor.GetAsync("/manage/articles"), "pacing", "ur").ShouldBe("By machine, to be checked");
        (await site.Visitor.GetAsync("/learn/pacing")).Find("h1").TextContent.ShouldBe("Pacing, a little and often");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_translation_that_was_checked_loses_the_note(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/ur"), TextForm, [("Ticked", "checked")]);

        (await site.Visitor.GetAsync("/ur/learn/pacing")).Document.QuerySelector(".portal-notice").ShouldBeNull();
        StateOf(await editor.GetAsync("/manage/articles"), "pacing", "ur").ShouldBe("Checked");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_missing_language_can_be_written_beside_the_source(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var form = await editor.GetAsync("/manage/articles/pacing/cy");
        form.Find("section[aria-labelledby=source]").TextContent.ShouldContain("Pacing");
        await editor.SubmitAsync(form, TextForm, [("Title", "Pwyllo"), ("Gist", "Ychydig, ac yn aml."), ("Body", "Gorffwys.")]);

        (await site.Visitor.GetAsync("/cy/learn/pacing")).Find("h1").TextContent.ShouldBe("Pwyllo");
        StateOf(await editor.GetAsync("/manage/articles"), "pacing", "cy").ShouldBe("Written");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Two_who_write_at_once_lose_nothing(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);
        var mine = await editor.GetAsync("/manage/articles/pacing/en");
        await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/en"), TextForm, [("Body", "Theirs.")]);

        var refused = await editor.SubmitAsync(mine, TextForm, [("Body", "Mine.")]);

        refused.Find(".nhsuk-error-summary").TextContent.ShouldContain("Somebody else changed this text");
        refused.Find("textarea[name=Body]").TextContent.ShouldContain("Mine.");
        refused.Find("section[aria-labelledby=theirs]").TextContent.ShouldContain("Theirs.");
        (await site.Visitor.GetAsync("/learn/pacing")).Text.ShouldContain("Theirs.");

        await editor.SubmitAsync(refused, TextForm, [("Body", "Theirs and mine.")]);
        (await site.Visitor.GetAsync("/learn/pacing")).Text.ShouldContain("Theirs and mine.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_preview_shows_the_text_and_saves_nothing(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var page = await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/en"), TextForm, [("Body", "Not <b>yet</b> public."), ("preview", "true")]);

        page.Find("section[aria-labelledby=preview]").TextContent.ShouldContain("Not <b>yet</b> public.");
        (await site.Visitor.GetAsync("/learn/pacing")).Text.ShouldNotContain("public.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_missing_is_said_beside_the_field(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var page = await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/en"), TextForm, [("Title", " "), ("Body", "Kept.")]);

        page.Find("#Title-error").TextContent.ShouldContain("Write a title.");
        page.Find("textarea[name=Body]").TextContent.ShouldContain("Kept.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_can_be_taken_back(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);
        await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/en"), TextForm, [("Body", "A mistake."), ("Why", "Too hasty")]);

        var history = await editor.GetAsync("/manage/articles/pacing/history");
        history.Find(".portal-history__entry").TextContent.ShouldContain("Too hasty");
        history.Find(".portal-diff ins").TextContent.ShouldBe("A mistake.");
        await editor.SubmitAsync(history, ".portal-history__entry form");

        (await site.Visitor.GetAsync("/learn/pacing")).Text.ShouldNotContain("A mistake.");
        StateOf(await editor.GetAsync("/manage/articles"), "pacing", "ur").ShouldBe("By machine, to be checked");
        (await editor.GetAsync("/manage/articles/pacing/history")).Document.QuerySelectorAll(".portal-history__entry").Length.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_last_change_can_be_taken_back_in_one_press(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var saved = await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/en"), TextForm, [("Body", "A mistake.")]);
        await editor.SubmitAsync(saved, ".portal-notice form");

        (await site.Visitor.GetAsync("/learn/pacing")).Text.ShouldNotContain("A mistake.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Saving_what_was_not_changed_leaves_no_trace(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var page = await editor.SubmitAsync(await editor.GetAsync("/manage/articles/pacing/ur"), TextForm);

        page.Text.ShouldContain("Nothing was changed.");
        (await editor.GetAsync("/manage/articles/pacing/history")).Document.QuerySelectorAll(".portal-history__entry").ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_article_is_seen_by_nobody_until_it_is_published(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var form = await editor.SubmitAsync(await editor.GetAsync("/manage/articles/new"), "main form", [("Title", "Better days"), ("Slug", "better-days")]);
        (await PublishAsync(editor, "better-days")).Find(".nhsuk-error-summary").TextContent.ShouldContain("Write the gist and the text");
        await editor.SubmitAsync(form, TextForm, [("Gist", "They come."), ("Body", "Look out for them.")]);
        (await site.Visitor.GetAsync("/learn/better-days")).Status.ShouldBe(HttpStatusCode.NotFound);

        await PublishAsync(editor, "better-days");
        (await site.Visitor.GetAsync("/learn/better-days")).Text.ShouldContain("Look out for them.");

        await PublishAsync(editor, "better-days");
        (await site.Visitor.GetAsync("/learn/better-days")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_address_is_taken_once(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var taken = await editor.SubmitAsync(await editor.GetAsync("/manage/articles/new"), "main form", [("Title", "Again"), ("Slug", "pacing")]);
        var wrong = await editor.SubmitAsync(taken, "main form", [("Slug", "Not An Address")]);

        taken.Find("#Slug-error").TextContent.ShouldContain("This address is taken.");
        wrong.Find("#Slug-error").TextContent.ShouldContain("Use small letters");
        wrong.Find("input[name=Title]").GetAttribute("value").ShouldBe("Again");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Needs_and_what_to_read_next_can_be_changed(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        await editor.SubmitAsync(
            await editor.GetAsync("/manage/articles/pacing/details"), TextForm,
            [("Needs", "need-money"), ("ReadNext", "art-sleep"), ("Order", "7"), ("ReviewedOn", "2026-05-01")]);

        (await site.Visitor.GetAsync("/learn?need=money")).Document.QuerySelectorAll(".portal-tile").Length.ShouldBe(1);
        var page = await site.Visitor.GetAsync("/learn/pacing");
        page.Document.QuerySelectorAll("section[aria-labelledby=next] h3").Length.ShouldBe(1);
        page.Text.ShouldContain("Last checked on 1 May 2026.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_language_the_site_has_not_is_not_found(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        (await editor.GetAsync("/manage/articles/pacing/de")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await editor.GetAsync("/manage/articles/nothing/en")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Answer> PublishAsync(Visitor editor, string slug)
        => await editor.SubmitAsync(await editor.GetAsync("/manage/articles"), $"form[action*='slug={slug}']");

    private static string StateOf(Answer page, string slug, string language) => page.Find($"a[href$='/manage/articles/{slug}/{language}'] .nhsuk-tag").TextContent;
}
