using System.Net;
using PageTests.Learning;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Programmes;

public sealed class EditProgrammeTests
{
    private const string Permission = "ManageContent";
    private const string Form = "main form[data-module=autosave-warning]";

    [DatabaseTheory, EveryDatabase]
    public async Task Only_those_who_manage_content_may_edit(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var other = await site.SignInAsync("ViewAudit");

        foreach (var path in (string[])["/manage/programmes", "/manage/programmes/new", "/manage/programmes/first-two-hours/en", "/manage/programmes/first-two-hours/details", "/manage/programmes/first-two-hours/history"])
        {
            (await site.Visitor.GetAsync(path, followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect, path);
            (await other.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_machines_translation_loses_its_note_once_somebody_has_checked_it(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var form = await editor.GetAsync("/manage/programmes/first-two-hours/ur");
        form.Find("section[aria-labelledby=source]").TextContent.ShouldContain("Living with pain: the first two hours");
        form.Text.ShouldContain("A machine made this translation.");
        await editor.SubmitAsync(form, Form, [("Ticked", "checked")]);

        (await site.Visitor.GetAsync("/ur/programmes/first-two-hours")).Document.QuerySelector(".portal-notice").ShouldBeNull();
        StateOf(await editor.GetAsync("/manage/programmes"), "ur").ShouldBe("Checked");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_is_public_at_once_makes_translations_out_of_date_and_can_be_taken_back(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);
        await site.Visitor.GetAsync("/programmes/first-two-hours");

        var saved = await editor.SubmitAsync(await editor.GetAsync("/manage/programmes/first-two-hours/en"), Form, [("Gist", "Altogether new words.")]);

        (await site.Visitor.GetAsync("/programmes/first-two-hours")).Text.ShouldContain("Altogether new words.");
        StateOf(await editor.GetAsync("/manage/programmes"), "ur").ShouldBe("Out of date");

        await editor.SubmitAsync(saved, ".portal-notice form");
        (await site.Visitor.GetAsync("/programmes/first-two-hours")).Text.ShouldNotContain("Altogether new words.");
        StateOf(await editor.GetAsync("/manage/programmes"), "ur").ShouldBe("By machine, to be checked");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Facts_can_be_changed_and_taken_back(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        await editor.SubmitAsync(await editor.GetAsync("/manage/programmes/first-two-hours/details"), Form, [("Kind", "Course"), ("Minutes", "90"), ("Sessions", "3"), ("ReadBefore", "art-sleep")]);
        var page = await site.Visitor.GetAsync("/programmes/first-two-hours");
        page.Find("aside[aria-labelledby=short]").TextContent.ShouldContain("3 sessions of 1 hour 30 minutes");
        page.Document.QuerySelectorAll("section[aria-labelledby=before] h3 a").Length.ShouldBe(1);

        var history = await editor.GetAsync("/manage/programmes/first-two-hours/history");
        history.Document.QuerySelectorAll(".portal-diff ins").Select(line => line.TextContent).ShouldContain("3 sessions of 1 hour 30 minutes");
        await editor.SubmitAsync(history, ".portal-history__entry form");
        (await site.Visitor.GetAsync("/programmes/first-two-hours")).Find("aside[aria-labelledby=short]").TextContent.ShouldContain("2 hours");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Facts_that_cannot_be_are_said_beside_the_field(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var page = await editor.SubmitAsync(await editor.GetAsync("/manage/programmes/first-two-hours/details"), Form, [("Minutes", "two hours"), ("Sessions", "0")]);

        page.Find("#Minutes-error").TextContent.ShouldContain("from 1 to");
        page.Find("#Sessions-error").TextContent.ShouldContain("from 1 to");
        page.Find("#Minutes").GetAttribute("value").ShouldBe("two hours");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_programme_is_public_once_it_says_what_it_is_and_how_long_it_takes(DatabaseKind kind)
    {
        var site = await ReadingSite.CreateAsync(kind);
        var editor = await site.SignInAsync(Permission);

        var form = await editor.SubmitAsync(await editor.GetAsync("/manage/programmes/new"), "main form", [("Title", "Breathing"), ("Slug", "breathing")]);
        await editor.SubmitAsync(form, Form, [("Gist", "Slow breath."), ("Body", "In and out.")]);
        (await PublishAsync(editor)).Find(".nhsuk-error-summary").TextContent.ShouldContain("how long it takes");
        await editor.SubmitAsync(await editor.GetAsync("/manage/programmes/breathing/details"), Form, [("Minutes", "45")]);
        (await site.Visitor.GetAsync("/programmes/breathing")).Status.ShouldBe(HttpStatusCode.NotFound);

        await PublishAsync(editor);
        (await site.Visitor.GetAsync("/programmes/breathing")).Text.ShouldContain("45 minutes");
        (await site.Visitor.GetAsync("/programmes")).Text.ShouldContain("Breathing");

        await PublishAsync(editor);
        (await site.Visitor.GetAsync("/programmes/breathing")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Answer> PublishAsync(Visitor editor) => await editor.SubmitAsync(await editor.GetAsync("/manage/programmes"), "form[action*='slug=breathing']");

    private static string StateOf(Answer page, string language) => page.Find($"a[href$='/manage/programmes/first-two-hours/{language}'] .nhsuk-tag").TextContent;
}
