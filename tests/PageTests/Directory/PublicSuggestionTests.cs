using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>What people without an account suggest, and what becomes of it.</summary>
public sealed class PublicSuggestionTests
{
    private const string Correct = ShipleySingers.Page + "/report";
    private const string Add = "/groups/add";

    private static readonly (string Name, string? Value)[] walkers =
    [
        ("Title", "Baildon Walkers"), ("Summary", "A slow walk on the moor."), ("When.Days", "WE"), ("When.Start", "10.30"), ("PlaceName", "Moor Lodge"), ("Address", "1 Moor Lane"),
        ("Town", "Baildon"), ("Postcode", "bd17 5eb"), ("Cost", "Paid"), ("Amount", "£2"), ("Phone", "01632 960111"), ("YourName", "Tom Test"), ("YourEmail", "Tom@example.org"), ("Helps", "yes"),
    ];

    [DatabaseTheory, EveryDatabase]
    public async Task A_correction_by_a_reader_waits_and_is_public_once_it_is_approved(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var form = await site.Visitor.GetAsync(Correct);
        form.Find("[name='Right.Rows[0].Start']").GetAttribute("value").ShouldBe("10:00");

        var sent = await site.Visitor.SubmitAsync(
            form, "form.portal-form",
            [("What", "time"), ("Words", "It moved."), ("Right.Rows[0].Days", "WE"), ("Right.Rows[0].Start", "2 pm"), ("Right.Rows[0].End", "3 pm"), ("Right.Cost", "Donation"), ("Reply", "reader@example.org")]);
        sent.Text.ShouldContain("Thank you for telling us");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Tuesday 10 am");

        var moderator = await site.SignInAsModeratorAsync();
        var page = await moderator.OpenFirstAsync("?kind=suggestion");
        page.Text.ShouldContain("It moved.");
        page.Text.ShouldContain("Wednesday 2 pm to 3 pm");
        await moderator.DecideAsync(page, "Approve");

        (await site.Visitor.GetAsync(ShipleySingers.Page)).Text.ShouldContain("Wednesday 2 pm");
        var group = await site.ReadGroupAsync();
        (group.Cost, group.ContactPhone).ShouldBe((Cost.Donation, "01632 960201"));
        (await site.ReadMailAsync())[0].To.ShouldBe("reader@example.org");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Words_alone_become_a_report_with_the_new_place_in_them(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);

        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync(Correct), "form.portal-form", [("What", "time"), ("Place", "Salt Hall, BD18 3LA")]);

        (await site.ReadSuggestionsAsync()).ShouldBeEmpty();
        var moderator = await site.SignInAsModeratorAsync();
        (await moderator.OpenFirstAsync("?kind=report")).Text.ShouldContain("Where it is now: Salt Hall, BD18 3LA");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Mistakes_in_a_correction_are_told_beside_the_field_and_nothing_typed_is_lost(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);

        var wrong = await site.Visitor.SubmitAsync(
            await site.Visitor.GetAsync(Correct), "form.portal-form", [("What", "contact"), ("Words", "They moved"), ("Right.Phone", "twelve"), ("Right.Cost", "Paid"), ("Right.Amount", "")]);

        wrong.Find("#Right-Phone-error").TextContent.ShouldContain("could not read that number");
        wrong.Find("#Right-Amount-error").TextContent.ShouldContain("Write how much it costs");
        wrong.Find("details:has(#Right-Phone)").HasAttribute("open").ShouldBeTrue();
        wrong.Find("[name=Words]").TextContent.ShouldContain("They moved");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_correction_that_is_not_taken_up_is_answered_and_closed(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await site.Visitor.SubmitAsync(
            await site.Visitor.GetAsync("/pl" + Correct), "form.portal-form", [("What", "other"), ("Right.Cost", "Donation"), ("Reply", "reader@example.org")]);
        var moderator = await site.SignInAsModeratorAsync();

        await moderator.DecideAsync(await moderator.OpenFirstAsync(), "Return", ("Message", "It is free, we asked."));

        (await site.ReadSuggestionsAsync())[0].State.ShouldBe(SuggestionState.Declined);
        var mail = (await site.ReadMailAsync())[0];
        mail.Subject.ShouldContain("Nasza odpowiedź");
        mail.Text.ShouldContain("It is free, we asked.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_group_is_published_and_whoever_told_of_it_asked_to_keep_it_in_one_step(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await AddRoleAsync(site);
        (await site.Visitor.GetAsync("/groups")).Document.QuerySelector($"a[href$='{Add}']").ShouldNotBeNull();
        var sent = await site.Visitor.SubmitAsync(await site.Visitor.GetAsync(Add), "form.portal-form", walkers);
        sent.Text.ShouldContain("We look at it, usually within two days");
        (await site.Visitor.GetAsync("/groups?q=baildon")).Document.QuerySelectorAll(".portal-card").ShouldBeEmpty();

        var moderator = await site.SignInAsModeratorAsync();
        var page = await moderator.OpenFirstAsync("?kind=new");
        page.Text.ShouldContain("Moor Lodge");
        page.Text.ShouldContain("Says that they help to run the group");
        var done = await moderator.DecideAsync(page, "Approve", ("Invite", "yes"));

        done.Text.ShouldContain("Everyone can find the group now.");
        var found = await site.Visitor.GetAsync("/groups?q=baildon");
        var group = await site.Visitor.GetAsync(found.Find(".portal-card a").GetAttribute("href")!.Split("/groups/", 2)[1].Insert(0, "/groups/"));
        group.Text.ShouldContain("Wednesday 10:30 am");
        group.Text.ShouldContain("Moor Lane");
        group.Text.ShouldContain("£2");
        var mail = (await site.ReadMailAsync()).ShouldHaveSingleItem();
        mail.To.ShouldBe("tom@example.org");
        var tom = await site.SignInByLinkAsync("tom@example.org");
        (await tom.GetAsync("/my-groups")).Text.ShouldContain("Baildon Walkers");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_group_can_be_made_without_being_shown_yet(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync(Add), "form.portal-form", walkers);
        var manager = await site.SignInAsync("ManageListings", "EditOwnListings");

        var made = await manager.DecideAsync(await manager.OpenFirstAsync(), "Draft");

        made.Address.AbsolutePath.ShouldContain("/my-groups/baildon-walkers");
        made.Text.ShouldContain("Nobody else sees it before you show it");
        (await site.Visitor.GetAsync("/groups?q=baildon")).Document.QuerySelectorAll(".portal-card").ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Without_a_role_for_volunteers_nothing_is_half_published(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync(Add), "form.portal-form", walkers);
        var moderator = await site.SignInAsModeratorAsync();

        var refused = await moderator.DecideAsync(await moderator.OpenFirstAsync(), "Approve", ("Invite", "yes"));

        refused.Text.ShouldContain("no role called Volunteer");
        (await site.ReadSuggestionsAsync())[0].State.ShouldBe(SuggestionState.Waiting);
        (await site.Visitor.GetAsync("/groups?q=baildon")).Document.QuerySelectorAll(".portal-card").ShouldBeEmpty();
        await moderator.DecideAsync(refused, "Approve", ("Invite", null));
        (await site.Visitor.GetAsync("/groups?q=baildon")).Document.QuerySelectorAll(".portal-card").ShouldHaveSingleItem();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Mistakes_in_a_new_group_are_told_and_what_was_typed_is_kept(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);

        var wrong = await site.Visitor.SubmitAsync(
            await site.Visitor.GetAsync(Add), "form.portal-form",
            [("Summary", "A slow walk."), ("When.Days", "WE"), ("Postcode", "BD17"), ("Helps", "yes"), ("Description", "We walk.\nSlowly.")]);

        foreach (var id in new[] { "Title", "When-Start", "PlaceName", "Address", "Postcode", "Cost", "Phone", "YourName", "YourEmail" })
            wrong.Document.QuerySelector($"#{id}-error").ShouldNotBeNull(id);
        wrong.Find("[name=Summary]").GetAttribute("value").ShouldBe("A slow walk.");
        wrong.Find("[name=Description]").TextContent.ShouldContain("Slowly.");
        wrong.Document.QuerySelector("[name='When.Days'][value=WE]")!.HasAttribute("checked").ShouldBeTrue();
        (await site.ReadSuggestionsAsync()).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_fills_in_the_field_nobody_sees_is_thanked_and_not_kept(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);

        (await site.Visitor.SubmitAsync(await site.Visitor.GetAsync(Add), "form.portal-form", [.. walkers, ("Homepage", "https://spam.example.org")])).Text.ShouldContain("Thank you");
        (await site.Visitor.SubmitAsync(await site.Visitor.GetAsync(Correct), "form.portal-form", [("What", "other"), ("Right.Cost", "Donation"), ("Website", "x")])).Text.ShouldContain("Thank you");

        (await site.ReadSuggestionsAsync()).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Too_many_corrections_of_one_group_are_refused_with_what_was_typed(DatabaseKind kind)
    {
        var site = await ModerationSite.OpenAsync(kind);
        var form = await site.Visitor.GetAsync(Correct);
        for (var i = 0; i < 5; i++) await site.Visitor.SubmitAsync(form, "form.portal-form", [("What", "other"), ("Right.Cost", "Donation")]);

        var refused = await site.Visitor.SubmitAsync(form, "form.portal-form", [("What", "other"), ("Right.Cost", "Donation"), ("Words", "still here")]);

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Find("[name=Words]").TextContent.ShouldContain("still here");
        (await site.ReadSuggestionsAsync()).Count.ShouldBe(5);
    }

    private static Task AddRoleAsync(TestSite site) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        db.Add(new PortalRole { Id = Ids.New(TimeProvider.System), Name = "Volunteer", Permissions = ["EditOwnListings"] });
        await db.SaveChangesAsync();
    });
}
