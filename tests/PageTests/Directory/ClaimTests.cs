using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>Somebody who runs a group that nobody keeps comes to keep its page.</summary>
public sealed class ClaimTests
{
    private const string Address = ShipleySingers.Page + "/claim";
    private const string Published = "singers@example.org";

    [DatabaseTheory, EveryDatabase]
    public async Task The_group_is_asked_at_its_published_address_and_one_button_lets_them_in(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, Published);
        var page = await site.Visitor.GetAsync(ShipleySingers.Page);
        page.Document.QuerySelector($"a[href$='{Address}']").ShouldNotBeNull();

        (await ClaimAsync(site, "Rita@example.org", "I am Rita, I play the piano.")).Text.ShouldContain("We have asked the group");
        var proof = (await site.ReadMailAsync()).ShouldHaveSingleItem();
        proof.To.ShouldBe(Published);
        proof.Text.ShouldContain("rita@example.org");
        proof.Text.ShouldContain("I play the piano.");

        var link = LinkIn(site, proof, "claim");
        var opened = await site.NewVisitor().GetAsync(link);
        opened.Text.ShouldContain("rita@example.org");
        (await site.ReadGroupAsync()).Maintainers.ShouldBeEmpty();

        var group = site.NewVisitor();
        (await group.SubmitAsync(await group.GetAsync(link), "main form")).Text.ShouldContain("rita@example.org keeps the page of Shipley Singers now.");
        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe("rita@example.org");

        var invited = (await site.ReadMailAsync()).Single(mail => mail.To == "rita@example.org");
        (await site.NewVisitor().FollowLinkAsync(LinkIn(site, invited, "account"))).Address.AbsolutePath.ShouldEndWith(ShipleySingers.Edit);
        (await site.NewVisitor().GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await site.Visitor.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Document.QuerySelector($"a[href$='{Address}']").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Without_a_published_address_a_claim_waits_in_the_queue_and_a_moderator_says_yes(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, null);
        var moderator = await site.SignInAsModeratorAsync();

        (await ClaimAsync(site, "rita@example.org", "Ring me")).Text.ShouldContain("Somebody looks at it");
        (await site.ReadMailAsync()).ShouldBeEmpty();
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Wants to keep a page");
        var claim = await moderator.OpenFirstAsync("?kind=claim");
        claim.Text.ShouldContain("rita@example.org");
        claim.Text.ShouldContain("Ring me");
        claim.Text.ShouldContain("We could not ask the group by e-mail.");

        (await DecideAsync(moderator, claim, "Approve", null)).Text.ShouldContain("rita@example.org keeps the page now.");
        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe("rita@example.org");
        (await site.ReadMailAsync()).ShouldHaveSingleItem().To.ShouldBe("rita@example.org");
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
        (await moderator.GetAsync(claim.Address.ToString())).Text.ShouldContain("Decided by mod");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_claim_is_returned_with_words_in_the_claimants_language(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, null);
        var moderator = await site.SignInAsModeratorAsync();
        await ClaimAsync(site, "rita@example.org", null, "/pl");
        var claim = await moderator.OpenFirstAsync();

        var refused = await DecideAsync(moderator, claim, "Return", null);
        refused.Find("#Message-error").TextContent.ShouldContain("Write in a sentence why");
        await DecideAsync(moderator, refused, "Return", "The group does not know you.");

        var mail = (await site.ReadMailAsync()).ShouldHaveSingleItem();
        (mail.To, mail.Language).ShouldBe(("rita@example.org", "pl"));
        mail.Text.ShouldContain("The group does not know you.");
        (await site.ReadGroupAsync()).Maintainers.ShouldBeEmpty();
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Moderators_are_asked_once_the_group_has_not_said_yes_for_seven_days(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, Published);
        var moderator = await site.SignInAsModeratorAsync();
        await ClaimAsync(site, "rita@example.org", null);
        var link = LinkIn(site, (await site.ReadMailAsync()).ShouldHaveSingleItem(), "claim");
        (await moderator.GetAsync(ModerationSite.Queue)).Text.ShouldContain("Nothing waits here");

        await AgeAsync(site, ListingClaim.LinkLifetime);

        (await site.NewVisitor().GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        var claim = await moderator.OpenFirstAsync();
        claim.Text.ShouldContain("Nobody said yes there within 7 days.");
        await DecideAsync(moderator, claim, "Approve", "Welcome!");
        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe("rita@example.org");
        (await site.ReadMailAsync()).Where(mail => mail.To == "rita@example.org").ShouldContain(mail => mail.Text.Contains("Welcome!", StringComparison.Ordinal));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_second_of_two_moderators_is_told_and_changes_nothing(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, null);
        var first = await site.SignInAsModeratorAsync("ann@example.org");
        var second = await site.SignInAsModeratorAsync("ben@example.org");
        await ClaimAsync(site, "rita@example.org", null);
        var seen = await second.OpenFirstAsync();
        await DecideAsync(first, await first.OpenFirstAsync(), "Return", "The group does not know you.");

        (await DecideAsync(second, seen, "Approve", null)).Text.ShouldContain("ann has decided on this already.");

        (await site.ReadGroupAsync()).Maintainers.ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Of_several_approved_at_once_one_is_left_where_somebody_keeps_the_page_by_then(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, null);
        var moderator = await site.SignInAsModeratorAsync();
        await ClaimAsync(site, "rita@example.org", null);
        await ClaimAsync(site, "tom@example.org", null);
        var queue = await moderator.GetAsync(ModerationSite.Queue);
        var picks = string.Join('&', queue.Document.QuerySelectorAll("input[name=pick]").Select(box => "pick=" + Uri.EscapeDataString(box.GetAttribute("value")!)));

        await moderator.SubmitAsync(await moderator.GetAsync($"/manage/moderation/several?{picks}&decision=approve"), "main form");

        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe("rita@example.org");
        var left = await moderator.OpenFirstAsync();
        left.Text.ShouldContain("tom@example.org");
        left.Text.ShouldContain("Somebody keeps this page by now.");
        await DecideAsync(moderator, left, "Approve", null);
        (await site.ReadGroupAsync()).Maintainers.Count.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_answer_is_the_same_whether_the_address_has_an_account_is_asked_again_or_was_filled_in_by_a_program(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, Published);
        await site.SignInByLinkAsync("known@example.org", "EditOwnListings");

        var texts = new[]
        {
            (await ClaimAsync(site, "known@example.org", null)).Text,
            (await ClaimAsync(site, "unknown@example.org", null)).Text,
            (await ClaimAsync(site, "unknown@example.org", null)).Text,
            (await ClaimAsync(site, "robot@example.org", null, website: "http://example.org")).Text,
        };

        texts.Distinct().ShouldHaveSingleItem();
        (await site.ReadMailAsync()).Count.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Too_many_claims_of_one_group_wait_until_tomorrow(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, Published);
        for (var number = 1; number <= 3; number++) (await ClaimAsync(site, $"person{number}@example.org", null)).Status.ShouldBe(HttpStatusCode.OK);

        var refused = await ClaimAsync(site, "person4@example.org", "Me too");

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Find("[name=Email]").GetAttribute("value").ShouldBe("person4@example.org");
        (await site.ReadMailAsync()).Count.ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_that_somebody_keeps_cannot_be_claimed_nor_by_an_old_link(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, Published);
        await ClaimAsync(site, "rita@example.org", null);
        var link = LinkIn(site, (await site.ReadMailAsync()).ShouldHaveSingleItem(), "claim");
        await site.RunAsync(async services =>
        {
            var editor = services.GetRequiredService<ListingEditor>();
            var listing = (await editor.FindAsync(ShipleySingers.Slug, default))!;
            await editor.ChangeFactsAsync(listing.Id, listing.Revision, facts => facts with { Maintainers = [ShipleySingers.Joan] }, default);
        });

        (await site.Visitor.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe(ShipleySingers.Joan);
    }

    /// <summary>The group with a published address and nobody who keeps it.</summary>
    private static async Task<TestSite> OpenAsync(DatabaseKind kind, string? email)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Add(new PortalRole { Id = Ids.New(TimeProvider.System), Name = "Volunteer", Permissions = ["EditOwnListings"] });
            await db.SaveChangesAsync();
            (await services.GetRequiredService<ListingEditor>().ChangeFactsAsync(ShipleySingers.Id, 0, facts => facts with { Maintainers = [], ContactEmail = email }, default)).Result.ShouldBe(EditResult.Saved);
        });
        return site;
    }

    private static async Task<Answer> ClaimAsync(TestSite site, string email, string? words, string language = "", string? website = null)
    {
        var visitor = site.NewVisitor();
        return await visitor.SubmitAsync(await visitor.GetAsync(language + Address), "main form", [("Email", email), ("Words", words), ("Website", website)]);
    }

    /// <summary>Sends the form of a claim by one of its buttons.</summary>
    private static Task<Answer> DecideAsync(Visitor moderator, Answer page, string button, string? message)
    {
        page.Find("main form").SetAttribute("action", page.Find($"button[formaction$='handler={button}']").GetAttribute("formaction")!);
        return moderator.SubmitAsync(page, "main form", [("Message", message)]);
    }

    /// <summary>Makes all claims older.</summary>
    private static Task AgeAsync(TestSite site, TimeSpan by) => site.RunAsync(async services =>
    {
        var at = TimeProvider.System.GetUtcNow() - by;
        await services.GetRequiredService<PortalDbContext>().Set<ListingClaim>().ExecuteUpdateAsync(set => set.SetProperty(claim => claim.At, at));
    });

    private static string LinkIn(TestSite site, OutboxMessage mail, string part)
        => new Uri(site.Host.Address, new Uri(Regex.Match(mail.Text, $@"https?://\S*/{part}/[^\s)>]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value).PathAndQuery).ToString();
}
