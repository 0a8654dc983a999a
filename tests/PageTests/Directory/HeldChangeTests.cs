using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>What a volunteer sees whose changes wait for a moderator.</summary>
public sealed class HeldChangeTests
{
    private const string Withdraw = $"/my-groups/{ShipleySingers.Slug}/withdraw";

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_keepers_change_waits_while_the_public_sees_the_page_as_it_was(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var saved = await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));

        saved.Text.ShouldContain("We will look at this, usually within two days");
        saved.Text.ShouldContain("Waiting for us to look");
        saved.Find(".portal-change").TextContent.ShouldContain("£3");
        saved.Find(".portal-panel .portal-diff").TextContent.ShouldContain("£3");
        saved.Document.QuerySelector(".portal-notice form").ShouldBeNull();
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldNotContain("£3");
        (await site.ReadGroupAsync()).Revision.ShouldBe(0);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Later_sections_go_into_the_same_suggestion_and_forms_show_what_was_written(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));

        (await joan.GetAsync(ShipleySingers.Edit + "/cost")).Find("[name=Amount]").GetAttribute("value").ShouldBe("3.00");
        await joan.ChangeAsync("places", ("State", "Full"), ("Note", "Back in March"));

        var suggestion = (await site.ReadSuggestionsAsync()).ShouldHaveSingleItem();
        suggestion.State.ShouldBe(SuggestionState.Waiting);
        suggestion.After.ShouldContain("\"CostPence\":300");
        suggestion.After.ShouldContain("Back in March");
        suggestion.Email.ShouldBe(ShipleySingers.Joan);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_change_back_to_what_the_page_says_takes_the_suggestion_back(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));

        var back = await joan.ChangeAsync("cost", ("Kind", "Free"), ("Amount", ""));

        back.Text.ShouldNotContain("Waiting for us to look");
        (await site.ReadSuggestionsAsync()).ShouldHaveSingleItem().State.ShouldBe(SuggestionState.Withdrawn);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_waits_is_taken_back_after_a_question(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"));

        var question = await joan.GetAsync(Withdraw);
        question.Text.ShouldContain("£3");
        (await site.ReadSuggestionsAsync())[0].State.ShouldBe(SuggestionState.Waiting);
        var gone = await joan.SubmitAsync(question, "main form");

        gone.Text.ShouldContain("Your change is taken back.");
        gone.Find(".portal-change").TextContent.ShouldNotContain("£3");
        gone.Document.QuerySelector(".portal-confirm").ShouldNotBeNull();
        (await (await site.SignInAsModeratorAsync()).GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_place_is_offered_to_others_only_once_it_is_approved(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        await joan.SubmitAsync(
            await joan.GetAsync(ShipleySingers.Edit + "/where/new"), "main form", [("Name", "Salt Hall"), ("Address", "3 Victoria Road"), ("Town", "Shipley"), ("Postcode", "BD18 3LA")]);
        (await PlaceAsync(site)).Published.ShouldBeFalse();

        var moderator = await site.SignInAsModeratorAsync();
        await moderator.DecideAsync(await moderator.OpenFirstAsync(), "Approve");

        (await PlaceAsync(site)).Published.ShouldBeTrue();
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Salt Hall");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_place_that_others_use_too_is_corrected_by_a_moderator(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();

        var asked = await joan.SubmitAsync(await joan.GetAsync(ShipleySingers.Edit + "/where/place"), "main form", [("Address", "14 Kirkgate")]);

        asked.Text.ShouldContain("We will look at this, usually within two days");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("12 Kirkgate");
        (await (await site.SignInAsModeratorAsync()).OpenFirstAsync("?kind=report")).Text.ShouldContain("14 Kirkgate");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nobody_takes_back_public_changes_past_the_moderators(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await site.ChangeAsync(facts => facts with { Cost = Cost.Donation });
        var joan = await site.SignInAsJoanAsync();

        var history = await joan.GetAsync($"/my-groups/{ShipleySingers.Slug}/history");
        history.Document.QuerySelectorAll(".portal-history__entry").ShouldHaveSingleItem();
        history.Document.QuerySelectorAll(".portal-history form").ShouldBeEmpty();
        var number = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().MaxAsync(entry => entry.Number));
        var withForm = await joan.GetAsync(ShipleySingers.Edit + "/cost");
        withForm.Find("main form").SetAttribute("action", new Uri(withForm.Address, $"../undo/{number}").AbsolutePath);
        (await joan.SubmitAsync(withForm, "main form")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.ReadGroupAsync()).Cost.ShouldBe(Cost.Donation);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_manages_all_groups_is_never_held(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");

        (await manager.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"))).Text.ShouldContain("Everyone sees it now");

        (await site.ReadSuggestionsAsync()).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_site_that_trusts_everybody_holds_nothing(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");
        (await manager.SubmitAsync(await manager.GetAsync("/manage/trust"), "main form", [("Rule", "Everybody"), ("Approvals", "x")])).Text.ShouldContain("Write a number from 1");
        (await manager.SubmitAsync(await manager.GetAsync("/manage/trust"), "main form", [("Rule", "Everybody")])).Text.ShouldContain("Saved.");

        var joan = await site.SignInAsJoanAsync();
        (await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"))).Text.ShouldContain("Everyone sees it now");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_manager_says_by_hand_whose_changes_are_looked_at(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");
        var keepers = await manager.GetAsync("/manage/listings/" + ShipleySingers.Slug);
        keepers.Text.ShouldContain("A moderator looks first");

        var trusted = await manager.SubmitAsync(keepers, "form[action$='handler=Trust']");
        trusted.Text.ShouldContain("Public at once");
        var joan = await site.SignInAsJoanAsync();
        (await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£3"))).Text.ShouldContain("Everyone sees it now");

        await manager.SubmitAsync(trusted, "form[action$='handler=Hold']");
        (await joan.ChangeAsync("cost", ("Kind", "Paid"), ("Amount", "£4"))).Text.ShouldContain("Waiting for us to look");
    }

    private static Task<Venue> PlaceAsync(TestSite site)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<Venue>().AsNoTracking().SingleAsync(venue => venue.Postcode == "BD18 3LA"));
}
