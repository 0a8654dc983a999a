using System.Net;
using AngleSharp.Dom;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Accounts;

public class SignInByPasswordTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Password_and_code_sign_in_and_open_what_sees_people(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("sana@example.org", "ManageUsers");
        var first = site.NewVisitor();
        await first.SignInByLinkAsync(site, user);
        var app = await first.SetUpSecondFactorAsync();

        var asked = await site.Visitor.GivePasswordAsync("sana@example.org");
        asked.Address.AbsolutePath.ShouldEndWith("/account/code");
        (await site.Visitor.IsSignedInAsync()).ShouldBeFalse("a password alone is not enough");
        await site.Visitor.SubmitAsync(asked, "main form", [("Code", app.NextCode())]);

        (await site.Visitor.GetAsync("/manage/users")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_wrong_code_does_not_sign_in_and_the_same_code_works_once(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("sana@example.org", "ManageUsers");
        var first = site.NewVisitor();
        await first.SignInByLinkAsync(site, user);
        var app = await first.SetUpSecondFactorAsync();
        var code = app.NextCode();

        var asked = await site.Visitor.GivePasswordAsync("sana@example.org");
        var wrong = await site.Visitor.SubmitAsync(asked, "main form", [("Code", code == "000000" ? "000001" : "000000")]);
        wrong.Find("#Code-error").TextContent.ShouldContain("not right");
        await site.Visitor.SubmitAsync(wrong, "main form", [("Code", code)]);
        (await site.Visitor.IsSignedInAsync()).ShouldBeTrue();

        var thief = site.NewVisitor();
        await thief.SubmitAsync(await thief.GivePasswordAsync("sana@example.org"), "main form", [("Code", code)]);
        (await thief.IsSignedInAsync()).ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Five_wrong_passwords_stop_passwords_but_not_links(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("tom@example.org");
        var first = site.NewVisitor();
        await first.SignInByLinkAsync(site, user);
        await first.SubmitAsync(await first.GetAsync("/account/security/password"), "main form", [("Password", AccountsSite.GoodPassword), ("Again", AccountsSite.GoodPassword)]);

        for (var i = 0; i < 5; i++) (await site.Visitor.GivePasswordAsync("tom@example.org", "not the password")).Find("#Password-error");
        (await site.Visitor.GivePasswordAsync("tom@example.org")).Find("#Password-error");
        (await site.Visitor.IsSignedInAsync()).ShouldBeFalse();

        await site.Visitor.SignInByLinkAsync(site, user);
        (await site.Visitor.IsSignedInAsync()).ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_wrong_password_and_an_unknown_address_are_answered_alike(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("tom@example.org");

        (await site.Visitor.GivePasswordAsync("tom@example.org")).Text.ShouldBe((await site.Visitor.GivePasswordAsync("nobody@example.org")).Text);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_recovery_code_signs_in_once(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("sana@example.org", "ManageUsers");
        var first = site.NewVisitor();
        await first.SignInByLinkAsync(site, user);
        await first.SetUpSecondFactorAsync();
        var codes = await first.SubmitAsync(await first.GetAsync("/account/security"), ".portal-change form");
        codes.Document.QuerySelectorAll(".portal-code").Length.ShouldBe(10);
        var code = codes.Find(".portal-code").TextContent;
        (await first.GetAsync("/account/security/recovery-codes")).Document.QuerySelectorAll(".portal-code").Length.ShouldBe(0);

        foreach (var (visitor, works) in new[] { (site.NewVisitor(), true), (site.NewVisitor(), false) })
        {
            await visitor.GivePasswordAsync("sana@example.org");
            await visitor.SubmitAsync(await visitor.GetAsync("/account/code?recovery=true"), "main form", [("Code", code)]);
            (await visitor.IsSignedInAsync()).ShouldBe(works);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Short_and_obvious_passwords_are_refused_with_a_reason(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.Visitor.SignInByLinkAsync(site, await site.AddUserAsync("tom@example.org"));
        foreach (var (password, again, field) in new[] { ("short", "short", "Password"), ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "Password"), ("kettle moss 17 x", "kettle moss 18 x", "Again"), ("my name is tom 123", "my name is tom 123", "Password") })
        {
            var answer = await site.Visitor.SubmitAsync(await site.Visitor.GetAsync("/account/security/password"), "main form", [("Password", password), ("Again", again)]);
            answer.Find($"#{field}-error").TextContent.Trim().ShouldNotBeEmpty();
        }

        (await site.UserAsync("tom@example.org")).PasswordHash.ShouldBeNull();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Looking_at_the_authenticator_page_changes_nothing_and_a_wrong_code_keeps_the_picture(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var visitor = site.Visitor;
        await visitor.SignInByLinkAsync(site, await site.AddUserAsync("tom@example.org"));
        await visitor.SubmitAsync(await visitor.GetAsync("/account/security/password"), "main form", [("Password", AccountsSite.GoodPassword), ("Again", AccountsSite.GoodPassword)]);
        var page = await visitor.GetAsync("/account/security/authenticator");

        var wrong = await visitor.SubmitAsync(page, "main form", [("Code", "12")]);

        wrong.Find(".portal-qr").InnerHtml.ShouldBe(page.Find(".portal-qr").InnerHtml);
        (await site.UserAsync("tom@example.org")).TwoFactorEnabled.ShouldBeFalse();
        (await site.MailToAsync("tom@example.org")).Count(mail => mail.Subject.Contains("authenticator", StringComparison.Ordinal)).ShouldBe(1, "only the password was changed");
    }
}
