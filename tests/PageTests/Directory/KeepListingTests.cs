using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Directory;

public sealed class KeepListingTests
{
    private const string Address = "/manage/listings/" + ShipleySingers.Slug;

    [DatabaseTheory, EveryDatabase]
    public async Task Who_is_asked_to_keep_a_page_comes_to_it_by_the_link_in_the_email(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await AddRoleAsync(site);
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");

        var saved = await manager.SubmitAsync(await manager.GetAsync(Address), "form[action$='handler=Add']", [("NewEmail", " Tom@Example.org ")]);
        saved.Text.ShouldContain("We have sent them a link.");
        saved.Text.ShouldContain("tom@example.org");

        var mail = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().SingleAsync());
        mail.To.ShouldBe("tom@example.org");
        mail.Subject.ShouldContain("Shipley Singers");
        var page = await site.NewVisitor().FollowLinkAsync(LinkIn(site, mail));
        page.Address.AbsolutePath.ShouldEndWith(ShipleySingers.Edit);
        page.Text.ShouldContain("Is everything below still right?");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_volunteer_is_asked_to_check_the_page_and_does_so_with_two_buttons(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        await AddRoleAsync(site);
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");

        (await manager.SubmitAsync(await manager.GetAsync(Address), "form[action$='handler=Ask']")).Text.ShouldContain("We have sent a link to joan@example.org.");

        var mail = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().SingleAsync());
        var joan = site.NewVisitor();
        var confirm = await joan.FollowLinkAsync(LinkIn(site, mail));
        (await joan.SubmitAsync(confirm, ".portal-confirm form")).Text.ShouldContain("Thank you");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Who_no_longer_keeps_a_page_cannot_open_it_and_does_not_undo_that(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");

        var removed = await manager.SubmitAsync(await manager.GetAsync(Address), "form[action$='handler=Remove']");
        (await joan.GetAsync(ShipleySingers.Edit)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await manager.SubmitAsync(removed, ".portal-notice form")).Text.ShouldContain("joan@example.org");
        (await joan.GetAsync($"/my-groups/{ShipleySingers.Slug}/history")).Document.QuerySelectorAll(".portal-history__entry").ShouldBeEmpty();
        (await manager.GetAsync($"/my-groups/{ShipleySingers.Slug}/history")).Document.QuerySelectorAll(".portal-history__entry").Length.ShouldBe(2);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_hidden_page_is_gone_for_the_public_and_not_for_its_keeper(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var joan = await site.SignInAsJoanAsync();
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");

        var hidden = await manager.SubmitAsync(await manager.GetAsync(Address), "form[action$='handler=Hide']");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await joan.GetAsync(ShipleySingers.Edit)).Text.ShouldContain("not shown to the public");

        await manager.SubmitAsync(hidden, "form[action$='handler=Show']");
        (await site.Visitor.GetAsync(ShipleySingers.Page)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Without_a_role_for_volunteers_nobody_is_half_invited(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);
        var manager = await site.SignInByLinkAsync("manager@example.org", "EditOwnListings", "ManageListings");

        var refused = await manager.SubmitAsync(await manager.GetAsync(Address), "form[action$='handler=Add']", [("NewEmail", "tom@example.org")]);

        refused.Text.ShouldContain("no role called Volunteer");
        refused.Find("[name=NewEmail]").GetAttribute("value").ShouldBe("tom@example.org");
        (await site.ReadGroupAsync()).Maintainers.Count.ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Only_who_manages_listings_opens_the_page(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);

        (await site.Visitor.GetAsync(Address)).Address.AbsolutePath.ShouldEndWith("/account/sign-in");
        ((int)(await (await site.SignInAsJoanAsync()).GetAsync(Address)).Status).ShouldBeOneOf(403, 404);
    }

    [Fact]
    public void Codes_of_the_tests_authenticator_are_those_of_the_standard()
    {
        // RFC 6238, appendix B: the last six digits.
        SignIn.CodeOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBe("287082");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_way_in_with_a_code_works_for_tests_too(DatabaseKind kind)
    {
        var site = await ShipleySingers.OpenAsync(kind);

        var worker = await site.SignInWithCodeAsync("worker@example.org", "UseWorkspace");

        (await worker.GetAsync("/workspace")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string LinkIn(TestSite site, OutboxMessage mail)
        => new Uri(site.Host.Address, new Uri(Regex.Match(mail.Text, @"https?://\S*/account/link/[^\s)>]+", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value).PathAndQuery).ToString();

    private static Task AddRoleAsync(TestSite site) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        db.Add(new PortalRole { Id = Ids.New(TimeProvider.System), Name = "Volunteer", Permissions = ["EditOwnListings"] });
        await db.SaveChangesAsync();
    });
}
