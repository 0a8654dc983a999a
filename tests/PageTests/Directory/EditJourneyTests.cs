using System.Net;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

public sealed class EditJourneyTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task From_the_link_to_the_changed_page_it_takes_three_screens(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = site.NewVisitor();

        var first = await joan.GetAsync(await site.CreateLinkAsync(ShipleySingers.Joan, ShipleySingers.Edit + "/cost", "EditOwnListings"));
        var second = await joan.SubmitAsync(first, "main form");
        second.Address.AbsolutePath.ShouldEndWith("/edit/cost");
        var third = await joan.SubmitAsync(second, "main form", [("Kind", "Paid"), ("Amount", "2.50")]);

        third.Text.ShouldContain("Saved. Everyone sees it now.");
        third.Text.ShouldContain("£2.50");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("£2.50");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_saved_can_be_undone_and_the_undoing_too(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var saved = await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var undone = await joan.SubmitAsync(saved, ".portal-notice form");
        undone.Text.ShouldContain("It is as it was before.");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldNotContain("£3");

        var redone = await joan.SubmitAsync(undone, ".portal-notice form");
        redone.Text.ShouldContain("£3");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("£3");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task One_button_confirms_and_opening_the_page_changes_nothing(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var page = await joan.GetAsync($"/my-groups/{ShipleySingers.Slug}/confirm");
        (await site.ReadGroupAsync()).AssuredOn.ShouldBe(new DateOnly(2026, 1, 5));
        var thanks = await joan.SubmitAsync(page, ".portal-confirm form");

        thanks.Text.ShouldContain("Thank you");
        thanks.Document.QuerySelector($"a[href$='{ShipleySingers.Page}']").ShouldNotBeNull();
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Confirmed today");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_list_of_my_groups_has_the_same_button(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var list = await joan.GetAsync("/my-groups");
        list.Text.ShouldContain("Shipley Singers");
        list.Text.ShouldContain("Tuesday 10 am, weekly");
        (await joan.SubmitAsync(list, ".portal-mine form")).Text.ShouldContain("Thank you");
        (await site.ReadGroupAsync()).AssuredBy.ShouldNotBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_history_tells_who_changed_what_and_takes_back_one_change_of_many(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        await joan.ChangeAsync("places", ("State", "Full"), ("Note", "Back in March"));

        var history = await joan.GetAsync($"/my-groups/{ShipleySingers.Slug}/history");
        var entries = history.Document.QuerySelectorAll(".portal-history__entry");
        entries.Length.ShouldBe(2);
        entries[0].TextContent.ShouldContain("Full");
        entries[0].TextContent.ShouldContain("Back in March");
        entries[1].TextContent.ShouldContain("joan");
        entries[1].QuerySelector("del")!.TextContent.ShouldBe("Free");
        entries[1].QuerySelector("ins")!.TextContent.ShouldBe("£3");

        await joan.SubmitAsync(history, ".portal-history__entry:nth-child(2) form");

        var group = await site.ReadGroupAsync();
        group.Cost.ShouldBe(Cost.Free);
        group.Places.ShouldBe(Places.Full);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_was_changed_again_since_is_not_undone_behind_anybodys_back(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var saved = await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£4"));

        (await joan.SubmitAsync(saved, ".portal-notice form")).Text.ShouldContain("changed again later");
        (await site.ReadGroupAsync()).CostPence.ShouldBe(400);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task When_somebody_else_was_faster_both_versions_are_shown_and_nothing_is_lost(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var slow = await joan.GetAsync(ShipleySingers.Edit + "/cost");
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£4"));

        var refused = await joan.SubmitAsync(slow, "main form", [("Kind", "Paid"), ("Amount", "£5"), ("Note", "Cake too")]);
        refused.Text.ShouldContain("Somebody else changed this page");
        refused.Document.QuerySelector("del")!.TextContent.ShouldBe("£4");
        refused.Document.QuerySelector("ins")!.TextContent.ShouldBe("£5");
        refused.Find("input[name=Note]").GetAttribute("value").ShouldBe("Cake too");
        (await site.ReadGroupAsync()).CostPence.ShouldBe(400);

        (await joan.SubmitAsync(refused, "main form")).Text.ShouldContain("Saved.");
        (await site.ReadGroupAsync()).CostPence.ShouldBe(500);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Seeing_it_first_saves_nothing(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var preview = await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"), ("preview", "true"));
        preview.Text.ShouldContain("It is not saved yet.");
        preview.Document.QuerySelector("ins")!.TextContent.ShouldBe("£3");
        (await site.ReadGroupAsync()).Cost.ShouldBe(Cost.Free);

        (await joan.SubmitAsync(preview, "main form")).Text.ShouldContain("Saved.");
        (await site.ReadGroupAsync()).CostPence.ShouldBe(300);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_form_sent_back_as_it_was_changes_nothing(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        foreach (var section in new[] { "when", "running", "where", "where/place", "cost", "kind", "who", "contact", "places", "words/en", "words/pl" })
            (await joan.ChangeAsync(section)).Text.ShouldContain("nothing was changed", customMessage: section);
        (await site.ReadGroupAsync()).Revision.ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_does_not_keep_a_group_does_not_learn_of_its_pages(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var stranger = await site.SignInByLinkAsync("stranger@example.org", "EditOwnListings");
        string[] pages = ["edit", "edit/when", "edit/calendar", "edit/running", "edit/where", "edit/where/new", "edit/where/place", "edit/kind", "edit/cost", "edit/who", "edit/contact", "edit/places", "edit/words/en", "edit/photo", "people", "confirm", "history", "history/1", "thanks"];

        foreach (var page in pages)
        {
            (await stranger.GetAsync($"/my-groups/{ShipleySingers.Slug}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
            (await site.Visitor.GetAsync($"/my-groups/{ShipleySingers.Slug}/{page}")).Address.AbsolutePath.ShouldEndWith("/account/sign-in", customMessage: page);
        }

        var empty = await stranger.GetAsync("/my-groups");
        empty.Text.ShouldContain("stranger@example.org");
        foreach (var target in new[] { "confirm", "undo/1" })
        {
            var form = new[] { ("_token", (string?)empty.Find("input[name=_token]").GetAttribute("value")) };
            var answer = await stranger.Client.PostAsync($"my-groups/{ShipleySingers.Slug}/{target}", new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Item1, field.Item2!))));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, target);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Without_the_permission_the_pages_are_closed_and_who_manages_all_keeps_any(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var nobody = await site.SignInByLinkAsync("nobody@example.org");
        ((int)(await nobody.GetAsync("/my-groups")).Status).ShouldBeOneOf(403, 404);

        var editor = await site.SignInByLinkAsync("editor@example.org", "EditOwnListings", "ManageListings");
        (await editor.GetAsync(ShipleySingers.Edit)).Text.ShouldContain("Shipley Singers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task In_Urdu_the_pages_run_from_right_to_left(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        foreach (var page in new[] { "/ur/my-groups", "/ur" + ShipleySingers.Edit, $"/ur{ShipleySingers.Edit}/when" })
        {
            var answer = await joan.GetAsync(page);
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Find("html").GetAttribute("dir").ShouldBe("rtl");
        }

        var saved = await joan.SubmitAsync(await joan.GetAsync($"/ur{ShipleySingers.Edit}/cost"), "main form", [("Kind", "Paid"), ("Amount", "۳")]);
        saved.Address.AbsolutePath.ShouldContain("/ur/");
        saved.Text.ShouldContain("محفوظ ہو گیا");
        (await site.ReadGroupAsync()).CostPence.ShouldBe(300);
    }
}
