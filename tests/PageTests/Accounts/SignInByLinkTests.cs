using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Accounts;

public class SignInByLinkTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_link_from_the_mail_signs_in_after_one_press_and_leads_back(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("amina@example.org");

        var asked = await site.Visitor.GetAsync("/account/security");
        asked.Address.AbsolutePath.ShouldEndWith("/account/sign-in");
        var sent = await site.Visitor.SubmitAsync(asked, "main form", [("Email", "Amina@Example.org")]);
        sent.Address.AbsolutePath.ShouldEndWith("/account/check-mail");

        var opened = await site.Visitor.GetAsync(await site.LinkSentToAsync("amina@example.org"));
        opened.Text.ShouldContain("Hello Amina");
        opened.Document.QuerySelectorAll("main button").Length.ShouldBe(1);
        (await site.Visitor.IsSignedInAsync()).ShouldBeFalse("opening a link changes nothing");

        var signedIn = await site.Visitor.SubmitAsync(opened, "main form");
        signedIn.Address.AbsolutePath.ShouldBe($"{site.Tenant.PathPrefix}/account/security");
        (await site.UserAsync("amina@example.org")).EmailConfirmed.ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_works_once(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("amina@example.org");
        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina@example.org")]);
        var link = await site.LinkSentToAsync("amina@example.org");
        var (first, second) = (site.NewVisitor(), site.NewVisitor());
        var (firstPage, secondPage) = (await first.GetAsync(link), await second.GetAsync(link));

        await first.SubmitAsync(firstPage, "main form");
        var late = await second.SubmitAsync(secondPage, "main form");

        (await first.IsSignedInAsync()).ShouldBeTrue();
        late.Status.ShouldBe(HttpStatusCode.Gone);
        late.Text.ShouldContain("no longer works");
        (await second.IsSignedInAsync()).ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Of_two_presses_at_the_same_moment_one_signs_in(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("amina@example.org");
        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina@example.org")]);
        var link = await site.LinkSentToAsync("amina@example.org");
        var visitors = Enumerable.Range(0, 4).Select(_ => site.NewVisitor()).ToList();
        var pages = new List<Answer>();
        foreach (var visitor in visitors) pages.Add(await visitor.GetAsync(link));

        await Task.WhenAll(visitors.Zip(pages, (visitor, page) => visitor.SubmitAsync(page, "main form")));

        var signedIn = 0;
        foreach (var visitor in visitors) signedIn += await visitor.IsSignedInAsync() ? 1 : 0;
        signedIn.ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_runs_out(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("amina@example.org");
        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina@example.org")]);
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<SignInLink>()
            .ExecuteUpdateAsync(link => link.SetProperty(row => row.ExpiresAt, TimeProvider.System.GetUtcNow().AddSeconds(-1))));

        (await site.Visitor.GetAsync(await site.LinkSentToAsync("amina@example.org"))).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Nobody_learns_who_has_an_account(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("known@example.org");
        var known = await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "known@example.org")]);
        var unknown = await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "nobody@example.org")]);

        unknown.Text.ShouldBe(known.Text.Replace("known@example.org", "nobody@example.org", StringComparison.Ordinal));
        (await site.MailToAsync("nobody@example.org")).ShouldBeEmpty();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_address_gets_three_links_in_a_quarter_of_an_hour_at_most(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("amina@example.org");
        for (var i = 0; i < 5; i++) await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina@example.org")]);

        (await site.MailToAsync("amina@example.org")).Count.ShouldBe(3);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task One_machine_cannot_try_for_ever(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        Answer answer;
        var tries = 0;
        do answer = await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", $"somebody{tries}@example.org")]);
        while (answer.Status == HttpStatusCode.OK && ++tries < 200);

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        tries.ShouldBe(120, "A team of forty comes in from one address on a morning.");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_no_address_is_said_beside_the_field(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var answer = await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina at home")]);

        answer.Find("#Email-error").TextContent.ShouldContain("Enter an e-mail address");
        answer.Find("#Email").GetAttribute("value").ShouldBe("amina at home");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_leads_nowhere_but_to_this_site(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("amina@example.org");
        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in?return=https%3A%2F%2Fevil.example.net%2F"), "main form", [("Email", "amina@example.org")]);

        var signedIn = await site.Visitor.SubmitAsync(await site.Visitor.GetAsync(await site.LinkSentToAsync("amina@example.org")), "main form");

        signedIn.Address.AbsolutePath.ShouldBe($"{site.Tenant.PathPrefix}/account");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_mail_and_its_link_are_in_the_users_language(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("amina@example.org");
        await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalUser>().ExecuteUpdateAsync(user => user.SetProperty(row => row.Language, "ur")));
        await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina@example.org")]);

        var mail = (await site.MailToAsync("amina@example.org"))[0];

        mail.Language.ShouldBe("ur");
        mail.Html.ShouldContain("dir=\"rtl\"");
        (await site.LinkSentToAsync("amina@example.org")).ShouldContain($"{site.Tenant.PathPrefix}/ur/account/link/");
    }
}
