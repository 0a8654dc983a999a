using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>What moderators do with what waits.</summary>
public sealed class ModerationTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task What_is_approved_is_public_and_the_next_change_is_so_at_once(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var moderator = await site.SignInAsModeratorAsync();

        var page = await moderator.OpenFirstAsync();
        page.Text.ShouldContain("£3");
        var after = await moderator.DecideAsync(page, "Approve", ("Message", "Lovely *group*."));

        after.Text.ShouldContain("Approved. Everyone sees it now.");
        after.Text.ShouldContain("Nothing waits here");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("£3");
        var mail = (await site.ReadMailAsync())[0];
        mail.To.ShouldBe(ShipleySingers.Joan);
        mail.Text.ShouldContain("Lovely *group*.");
        var history = await joan.GetAsync($"/my-groups/{ShipleySingers.Slug}/history");
        history.Text.ShouldContain("mod");
        history.Text.ShouldContain("Suggested by joan");
        (await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£4"))).Text.ShouldContain("Everyone sees it now");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_sent_back_comes_with_a_message_in_the_volunteers_language_and_returns_when_saved(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await site.RunAsync(services => SetLanguageAsync(services, ShipleySingers.Joan, "pl"));
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var moderator = await site.SignInAsModeratorAsync();

        var page = await moderator.OpenFirstAsync();
        (await moderator.DecideAsync(page, "Return")).Text.ShouldContain("Say what is needed");
        (await moderator.DecideAsync(page, "Return", ("Message", "Is that for one visit?"))).Text.ShouldContain("Sent back with your message");

        var mail = (await site.ReadMailAsync())[0];
        mail.Subject.ShouldContain("Pytanie o Twoją zmianę");
        mail.Text.ShouldContain("Is that for one visit?");
        var edit = await joan.GetAsync(ShipleySingers.Edit);
        edit.Text.ShouldContain("We have a question about your change");
        edit.Text.ShouldContain("Is that for one visit?");
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");

        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"), ("Note", "for one visit"));
        var again = await moderator.OpenFirstAsync();
        again.Text.ShouldContain("for one visit");
        again.Text.ShouldContain("Is that for one visit?");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Where_the_same_part_changed_meanwhile_the_moderator_sees_both_and_chooses(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        await joan.ChangeAsync("places", ("State", "Full"));
        await site.ChangeAsync(facts => facts with { Cost = Cost.Donation, ContactName = "Tom" });
        var moderator = await site.SignInAsModeratorAsync();

        var page = await moderator.OpenFirstAsync();
        page.Text.ShouldContain("Somebody else changed this since");
        page.Text.ShouldContain("£3");
        page.Text.ShouldContain("donation", Case.Insensitive);
        var refused = await moderator.DecideAsync(page, "Approve", ("Message", "kept"));
        refused.Find(".nhsuk-error-summary").TextContent.ShouldContain("Choose what the page should say");
        refused.Find("[name=Message]").TextContent.ShouldContain("kept");
        await moderator.DecideAsync(refused, "Approve", (ChoiceOf(refused, "Facts.Cost"), "now"));

        var group = await site.ReadGroupAsync();
        (group.Cost, group.Places, group.ContactName).ShouldBe((Cost.Donation, Places.Full, "Tom"));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Parts_are_approved_or_left_or_put_in_better_words(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("words/en", ("Title", "SINGERS!!!"), ("Summary", "Sing for a hour."));
        await joan.ChangeAsync("contact", ("Phone", "01632 960299"));
        var moderator = await site.SignInAsModeratorAsync();
        var page = await moderator.OpenFirstAsync();

        var summary = ChoiceOf(page, "Texts.en.Summary");
        await moderator.DecideAsync(
            page, "Approve", (ChoiceOf(page, "Texts.en.Title"), "now"), (summary, "own"), (summary.Replace("Take", "Own", StringComparison.Ordinal), "Sing for an hour."));

        var group = await site.ReadGroupAsync();
        group.Source.Title.ShouldBe("Shipley Singers");
        group.Source.Summary.ShouldBe("Sing for an hour.");
        group.ContactPhone!.ShouldEndWith("960299");
        group.StateOf(group.Texts.In("pl")!).IsUpToDate.ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_second_of_two_moderators_is_told_and_changes_nothing(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var first = await site.SignInAsModeratorAsync("ann@example.org");
        var second = await site.SignInAsModeratorAsync("ben@example.org");
        var (seenByFirst, seenBySecond) = (await first.OpenFirstAsync(), await second.OpenFirstAsync());

        await first.DecideAsync(seenByFirst, "Return", ("Message", "Which day?"));
        var late = await second.DecideAsync(seenBySecond, "Approve");

        late.Text.ShouldContain("ann has decided on this already");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldNotContain("£3");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_made_while_a_moderator_looks_is_shown_before_it_is_approved(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var moderator = await site.SignInAsModeratorAsync();
        var page = await moderator.OpenFirstAsync();

        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£30"));
        var late = await moderator.DecideAsync(page, "Approve");

        late.Text.ShouldContain("changed while you were looking");
        late.Text.ShouldContain("£30");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldNotContain("£3");
        await moderator.DecideAsync(late, "Approve");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("£30");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Several_are_approved_after_a_question_and_those_to_be_looked_at_stay(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await (await site.SignInAsJoanAsync()).ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        await site.ChangeAsync(facts => facts with { Cost = Cost.Donation, Maintainers = [ShipleySingers.Joan, "tom@example.org"] });
        await (await site.SignInByLinkAsync("tom@example.org", "EditOwnListings")).ChangeAsync("places", ("State", "Full"));
        var moderator = await site.SignInAsModeratorAsync();

        var queue = await moderator.GetAsync(ModerationSite.Queue);
        var picks = queue.Document.QuerySelectorAll("[name=pick]").Select(box => ("pick", box.GetAttribute("value"))).ToList();
        picks.Count.ShouldBe(2);
        var question = await moderator.SubmitAsync(queue, "main form", [.. picks, ("decision", "approve")]);
        question.Text.ShouldContain("Approve all of these?");
        (await site.ReadGroupAsync()).Places.ShouldBe(Places.Open);
        var done = await moderator.SubmitAsync(question, "main form");

        done.Text.ShouldContain("Done: 1. 1 is left");
        var group = await site.ReadGroupAsync();
        (group.Cost, group.Places).ShouldBe((Cost.Donation, Places.Full));
        done.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Several_are_sent_back_only_with_a_message(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await (await site.SignInAsJoanAsync()).ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var moderator = await site.SignInAsModeratorAsync();
        var queue = await moderator.GetAsync(ModerationSite.Queue);
        var pick = ("pick", queue.Find("[name=pick]").GetAttribute("value"));

        var question = await moderator.SubmitAsync(queue, "main form", [pick, ("decision", "return")]);
        (await moderator.SubmitAsync(question, "main form")).Text.ShouldContain("Say what is needed");
        await moderator.SubmitAsync(question, "main form", [("Message", "Please add a day.")]);

        (await site.ReadSuggestionsAsync())[0].State.ShouldBe(SuggestionState.Returned);
        (await site.ReadMailAsync())[0].Text.ShouldContain("Please add a day.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_thing_is_taken_handed_over_and_found_by_whose_it_is(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await (await site.SignInAsJoanAsync()).ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var ann = await site.SignInAsModeratorAsync("ann@example.org");
        var ben = await site.SignInAsModeratorAsync("ben@example.org");

        var page = await ann.OpenFirstAsync("?whose=nobody");
        var taken = await ann.SubmitAsync(page, "form[action$=assign]");
        taken.Text.ShouldContain("You look after it now.");
        (await ann.GetAsync(ModerationSite.Queue + "?whose=mine")).Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        (await ann.GetAsync(ModerationSite.Queue + "?whose=nobody")).Document.QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await ben.GetAsync(ModerationSite.Queue + "?whose=mine")).Document.QuerySelectorAll("tbody tr").ShouldBeEmpty();

        var given = await ann.SubmitAsync(taken, "form[action$=assign]:has(select)");
        given.Text.ShouldContain("Handed over.");
        (await ben.GetAsync(ModerationSite.Queue + "?whose=mine&kind=suggestion")).Find("tbody").TextContent.ShouldContain("ben");
        var stranger = ("to", (string?)"nobody-of-that-id");
        (await ann.SubmitAsync(given, "form[action$=assign]", [stranger])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_approval_is_taken_back_and_what_was_decided_is_told(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await (await site.SignInAsJoanAsync()).ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var moderator = await site.SignInAsModeratorAsync();
        await moderator.DecideAsync(await moderator.OpenFirstAsync(), "Approve");

        var decided = await moderator.GetAsync("/manage/moderation/decided");
        decided.Find("tbody").TextContent.ShouldContain("Approved");
        decided.Find("tbody").TextContent.ShouldContain("mod");
        var page = await moderator.OpenFirstAsync("/decided");
        page.Text.ShouldContain("£3");
        (await moderator.SubmitAsync(page, "form[action$='handler=Undo']")).Text.ShouldContain("The page is as it was before.");

        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldNotContain("£3");
        (await moderator.SubmitAsync(page, "form[action$='handler=Undo']")).Text.ShouldContain("already taken back");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Only_moderators_and_managers_open_the_queue(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));
        var id = (await site.ReadSuggestionsAsync())[0].Id;
        var (moderator, manager) = (await site.SignInAsModeratorAsync(), await site.SignInAsync("ManageListings"));
        foreach (var path in new[] { "", "/decided", "/several", "/suggestions/" + id })
        {
            (await site.NewVisitor().GetAsync(ModerationSite.Queue + path, followRedirects: false)).Status.ShouldBe(HttpStatusCode.Redirect, path);
            (await joan.GetAsync(ModerationSite.Queue + path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
            (await moderator.GetAsync(ModerationSite.Queue + path)).Status.ShouldBe(HttpStatusCode.OK, path);
            (await manager.GetAsync(ModerationSite.Queue + path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        (await moderator.GetAsync("/manage/trust")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await moderator.GetAsync("/manage/listings")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Name of the field that says what becomes of a part.</summary>
    private static string ChoiceOf(Answer page, string part)
        => page.Find($"input[value='{part}']").GetAttribute("name")!.Replace(".Part", ".Take", StringComparison.Ordinal);

    private static async Task SetLanguageAsync(IServiceProvider services, string email, string language)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        (await db.Set<PortalUser>().SingleAsync(user => user.Email == email)).Language = language;
        await db.SaveChangesAsync();
    }
}
