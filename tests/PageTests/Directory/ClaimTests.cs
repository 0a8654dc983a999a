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
        var proof = (await MailsAsync(site)).ShouldHaveSingleItem();
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

        var invited = (await MailsAsync(site)).Single(mail => mail.To == "rita@example.org");
        (await site.NewVisitor().FollowLinkAsync(LinkIn(site, invited, "account"))).Address.AbsolutePath.ShouldEndWith(ShipleySingers.Edit);
        (await site.NewVisitor().GetAsync(link)).Status.ShouldBe(HttpStatusCode.Gone);
        (await site.Visitor.GetAsync(Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Document.QuerySelector($"a[href$='{Address}']").ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Without_a_published_address_those_who_look_after_all_groups_decide(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, null);
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");

        (await ClaimAsync(site, "rita@example.org", "Ring me")).Text.ShouldContain("Somebody looks at it");
        (await MailsAsync(site)).ShouldHaveSingleItem().To.ShouldBe("manager@example.org");
        var list = await manager.GetAsync("/manage/claims");
        list.Text.ShouldContain("rita@example.org");
        list.Text.ShouldContain("Ring me");

        (await manager.SubmitAsync(list, "form[action*='handler=Accept']")).Text.ShouldContain("rita@example.org keeps the page now.");
        (await site.ReadGroupAsync()).Maintainers.ShouldHaveSingleItem().Email.ShouldBe("rita@example.org");
        (await manager.GetAsync("/manage/claims")).Text.ShouldContain("Nothing waits.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_claim_is_returned_with_words_in_the_claimants_language(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, null);
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");
        await ClaimAsync(site, "rita@example.org", null, "/pl");

        var list = await manager.GetAsync("/manage/claims");
        var refused = await manager.SubmitAsync(list, "form[action*='handler=Return']");
        refused.Text.ShouldContain("Write in a sentence why");
        await manager.SubmitAsync(refused, "form[action*='handler=Return']", [("answer", "The group does not know you.")]);

        var mail = (await MailsAsync(site)).Single(mail => mail.To == "rita@example.org");
        mail.Language.ShouldBe("pl");
        mail.Text.ShouldContain("The group does not know you.");
        (await site.ReadGroupAsync()).Maintainers.ShouldBeEmpty();
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
        (await MailsAsync(site)).Count.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Too_many_claims_of_one_group_wait_until_tomorrow(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, Published);
        for (var number = 1; number <= 3; number++) (await ClaimAsync(site, $"person{number}@example.org", null)).Status.ShouldBe(HttpStatusCode.OK);

        var refused = await ClaimAsync(site, "person4@example.org", "Me too");

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Find("[name=Email]").GetAttribute("value").ShouldBe("person4@example.org");
        (await MailsAsync(site)).Count.ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_page_that_somebody_keeps_cannot_be_claimed_nor_by_an_old_link(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, Published);
        await ClaimAsync(site, "rita@example.org", null);
        var link = LinkIn(site, (await MailsAsync(site)).ShouldHaveSingleItem(), "claim");
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

    [DatabaseTheory, EveryDatabase]
    public async Task The_list_of_claims_is_for_those_who_manage_groups(DatabaseKind kind)
    {
        var site = await OpenAsync(kind, Published);

        (await site.Visitor.GetAsync("/manage/claims")).Address.AbsolutePath.ShouldEndWith("/account/sign-in");
        ((int)(await (await site.SignInAsJoanAsync()).GetAsync("/manage/claims")).Status).ShouldBeOneOf(403, 404);
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

    private static Task<List<OutboxMessage>> MailsAsync(TestSite site) => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().ToListAsync());

    private static string LinkIn(TestSite site, OutboxMessage mail, string part)
        => new Uri(site.Host.Address, new Uri(Regex.Match(mail.Text, $@"https?://\S*/{part}/[^\s)>]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value).PathAndQuery).ToString();
}
