using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Accounts;

public class SessionTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_session_of_one_tenant_is_none_of_another(DatabaseKind kind)
    {
        var (bradford, somerset) = (await TestSite.CreateAsync(kind), await TestSite.CreateAsync(kind));
        var visitor = bradford.NewVisitor();
        await visitor.SignInByLinkAsync(bradford, await bradford.AddUserAsync("amina@example.org"));
        (await visitor.IsSignedInAsync()).ShouldBeTrue();

        // The same browser, and the session's value under the name that the other tenant looks for.
        var session = visitor.Cookies.GetCookies(bradford.Host.Address).Single(cookie => cookie.Name == $"portal-{bradford.Tenant.Name}-session");
        visitor.Cookies.Add(bradford.Host.Address, new Cookie($"portal-{somerset.Tenant.Name}-session", session.Value, "/"));

        var elsewhere = await visitor.GetAsync(new Uri(somerset.Host.Address, somerset.Tenant.PathPrefix + "/account").ToString());
        elsewhere.Address.AbsolutePath.ShouldBe($"{somerset.Tenant.PathPrefix}/account/sign-in");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_link_of_one_tenant_is_none_of_another(DatabaseKind kind)
    {
        var (bradford, somerset) = (await TestSite.CreateAsync(kind), await TestSite.CreateAsync(kind));
        await bradford.AddUserAsync("amina@example.org");
        await somerset.AddUserAsync("amina@example.org");
        await bradford.Visitor.SubmitAsync(await bradford.Visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina@example.org")]);
        var link = await bradford.LinkSentToAsync("amina@example.org");

        (await somerset.Visitor.GetAsync(link.Replace(bradford.Tenant.PathPrefix, somerset.Tenant.PathPrefix, StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Signing_out_ends_this_session_only(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("amina@example.org");
        var (phone, computer) = (site.NewVisitor(), site.NewVisitor());
        await phone.SignInByLinkAsync(site, user);
        await computer.SignInByLinkAsync(site, user);

        (await phone.GetAsync("/account/sign-out")).Status.ShouldBe(HttpStatusCode.OK);
        (await phone.IsSignedInAsync()).ShouldBeTrue("looking at the page changes nothing");
        await phone.SubmitAsync(await phone.GetAsync("/account"), "header form");

        (await phone.IsSignedInAsync()).ShouldBeFalse();
        (await computer.IsSignedInAsync()).ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Signing_out_everywhere_works_with_the_next_request(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("amina@example.org");
        var (phone, computer) = (site.NewVisitor(), site.NewVisitor());
        await phone.SignInByLinkAsync(site, user);
        await computer.SignInByLinkAsync(site, user);

        await phone.SubmitAsync(await phone.GetAsync("/account"), "main form[action*='Everywhere']");

        (await phone.IsSignedInAsync()).ShouldBeFalse();
        (await computer.IsSignedInAsync()).ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_new_password_ends_the_other_sessions(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("amina@example.org");
        var (phone, computer) = (site.NewVisitor(), site.NewVisitor());
        await phone.SignInByLinkAsync(site, user);
        await computer.SignInByLinkAsync(site, user);

        await phone.SubmitAsync(await phone.GetAsync("/account/security/password"), "main form", [("Password", AccountsSite.GoodPassword), ("Again", AccountsSite.GoodPassword)]);

        (await phone.IsSignedInAsync()).ShouldBeTrue();
        (await computer.IsSignedInAsync()).ShouldBeFalse();
        (await site.MailToAsync("amina@example.org")).ShouldContain(mail => mail.Subject.Contains("changed", StringComparison.Ordinal));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_sees_people_asks_for_a_second_factor_and_then_leads_there(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("sana@example.org", "ManageUsers");
        var visitor = site.Visitor;

        var signedIn = await visitor.SignInByLinkAsync(site, user, "/manage/users");
        signedIn.Address.AbsolutePath.ShouldEndWith("/account/security");
        signedIn.Text.ShouldContain("second lock");
        var refused = await visitor.GetAsync("/manage/users");
        refused.Address.AbsolutePath.ShouldEndWith("/account/security");

        var password = await visitor.SubmitAsync(await visitor.GetAsync("/account/security/password" + refused.Address.Query), "main form", [("Password", AccountsSite.GoodPassword), ("Again", AccountsSite.GoodPassword)]);
        var page = await visitor.FollowAsync(password, "main a[href*='authenticator']");
        var app = new Authenticator(page.Find(".portal-code").TextContent);
        var codes = await visitor.SubmitAsync(page, "main form", [("Code", app.NextCode())]);
        var there = await visitor.FollowAsync(codes, "main a.nhsuk-button");
        there.Address.AbsolutePath.ShouldBe($"{site.Tenant.PathPrefix}/manage/users");

        // The next time by link, the code is asked for on the way.
        var later = site.NewVisitor();
        var asked = await later.SignInByLinkAsync(site, user, "/manage/users");
        asked.Address.AbsolutePath.ShouldEndWith("/account/code");
        (await later.GetAsync("/account/security/password")).Address.AbsolutePath.ShouldEndWith("/account/code", Case.Sensitive, "who has only the mailbox cannot change the lock");
        (await later.SubmitAsync(asked, "main form", [("Code", app.NextCode())])).Address.AbsolutePath.ShouldBe($"{site.Tenant.PathPrefix}/manage/users");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_session_that_may_see_people_ends_after_half_an_hour_unused(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("sana@example.org", "ManageUsers");
        await site.Visitor.SignInByLinkAsync(site, user);
        (await LifetimeAsync(site)).ShouldBe(TimeSpan.FromDays(14));

        await site.Visitor.SetUpSecondFactorAsync();

        (await LifetimeAsync(site)).ShouldBe(TimeSpan.FromMinutes(30));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_service_can_have_such_sessions_end_sooner(DatabaseKind kind)
    {
        await using var host = await PortalHost.StartAsync(kind, "--Portal:SessionMinutes", "10");
        var site = await TestSite.CreateAsync(host);
        await site.Visitor.SignInByLinkAsync(site, await site.AddUserAsync("sana@example.org", "ManageUsers"));

        await site.Visitor.SetUpSecondFactorAsync();

        (await LifetimeAsync(site)).ShouldBe(TimeSpan.FromMinutes(10));
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Pages_of_an_account_are_never_kept(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.Visitor.SignInByLinkAsync(site, await site.AddUserAsync("amina@example.org"));
        foreach (var path in new[] { "/account", "/account/sign-out", "/account/security", "/account/password", "/account/check-mail" })
            (await site.Visitor.GetAsync(path)).Response.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
    }

    private static Task<TimeSpan> LifetimeAsync(TestSite site) => site.RunAsync(services =>
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var cookie = site.Visitor.Cookies.GetCookies(site.Host.Address).Single(cookie => cookie.Name == options.Cookie.Name);
        var ticket = options.TicketDataFormat.Unprotect(cookie.Value)!.Properties;
        return Task.FromResult(ticket.ExpiresUtc!.Value - ticket.IssuedUtc!.Value);
    });
}
