using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Shouldly;
using TestSupport;

namespace PageTests.Accounts;

public class UserPagesTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Only_those_who_manage_users_see_them(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        foreach (var path in new[] { "/manage/users", "/manage/users/invite", "/manage/roles", "/manage/roles/administrator" })
        {
            (await site.NewVisitor().GetAsync(path)).Address.AbsolutePath.ShouldEndWith("/account/sign-in");
            (await (await site.SignInAsync("ManageMessages")).GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await (await site.SignInAsync("ManageUsers")).GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_overview_is_for_those_who_manage_something_and_shows_what(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        (await (await site.SignInAsync()).GetAsync("/manage")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var page = await (await site.SignInAsync("ManageMessages")).GetAsync("/manage");

        page.Find("main .portal-grid").TextContent.ShouldContain("Outgoing mail");
        page.Find("main .portal-grid").TextContent.ShouldNotContain("Roles");
        page.Find("header").TextContent.ShouldContain("Manage");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Somebody_invited_gets_a_link_that_signs_them_in(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageUsers");
        var roleId = await AddRoleAsync(site, "Volunteer");

        var list = await manager.SubmitAsync(await manager.GetAsync("/manage/users/invite"), ".portal-form form",
            [("Name", "Piotr"), ("Email", "piotr@example.org"), ("RoleIds", roleId), ("Language", "pl")]);
        list.Text.ShouldContain("Piotr is invited");
        list.Find("table").TextContent.ShouldContain("Not yet here");

        var mail = (await site.MailToAsync("piotr@example.org"))[0];
        mail.Language.ShouldBe("pl");
        mail.Text.ShouldContain("Nadia Test");
        var piotr = site.NewVisitor();
        await piotr.SubmitAsync(await piotr.GetAsync(await site.LinkSentToAsync("piotr@example.org")), "main form");
        (await piotr.IsSignedInAsync()).ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task An_address_is_invited_once(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.AddUserAsync("amina@example.org");
        var manager = await site.SignInAsync("ManageUsers");

        var answer = await manager.SubmitAsync(await manager.GetAsync("/manage/users/invite"), ".portal-form form", [("Name", "Amina"), ("Email", "AMINA@example.org")]);

        answer.Find("#Email-error").TextContent.ShouldContain("already");
        answer.Find("#Name").GetAttribute("value").ShouldBe("Amina");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_changed_role_counts_with_the_next_request_and_is_in_the_audit_trail(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("amina@example.org");
        await site.Visitor.SignInByLinkAsync(site, user);
        (await site.Visitor.GetAsync("/manage/messages")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var roleId = await AddRoleAsync(site, "Postmaster", "ManageMessages");
        var manager = await site.SignInAsync("ManageUsers");

        await manager.SubmitAsync(await manager.GetAsync($"/manage/users/{user.Id}"), ".portal-form form", [("RoleIds", roleId)]);

        (await site.Visitor.GetAsync("/manage/messages")).Status.ShouldBe(HttpStatusCode.OK);
        var entry = await site.RunAsync(services => services.GetRequiredService<AuditLog>().Of("user", user.Id).FirstAsync());
        entry.Action.ShouldBe("user.changed");
        entry.ActorName.ShouldBe("Nadia Test");
        entry.Before!.ShouldContain("Role of amina");
        entry.After!.ShouldContain("Postmaster");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_locked_account_is_out_at_once_and_no_link_lets_it_in(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("amina@example.org");
        await site.Visitor.SignInByLinkAsync(site, user);
        var manager = await site.SignInAsync("ManageUsers");

        var locked = await manager.SubmitAsync(await manager.GetAsync($"/manage/users/{user.Id}"), "form[action*='Lock']");
        locked.Text.ShouldContain("Locked");

        (await site.Visitor.IsSignedInAsync()).ShouldBeFalse();
        var visitor = site.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in"), "main form", [("Email", "amina@example.org")]);
        (await site.MailToAsync("amina@example.org")).ShouldBeEmpty();

        await manager.SubmitAsync(locked, "form[action*='Unlock']");
        await visitor.SignInByLinkAsync(site, user);
        (await visitor.IsSignedInAsync()).ShouldBeTrue();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Only_an_administrator_makes_administrators(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddUserAsync("amina@example.org");
        var manager = await site.SignInAsync("ManageUsers");

        var answer = await manager.SubmitAsync(await manager.GetAsync($"/manage/users/{user.Id}"), ".portal-form form", [("RoleIds", PortalRole.AdministratorId)]);

        answer.Text.ShouldContain("Only administrators");
        (await HasRoleAsync(site, user.Id, PortalRole.AdministratorId)).ShouldBeFalse();
    }

    [DatabaseTheory, EveryDatabase]
    public async Task The_last_administrator_stays(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var user = await site.AddAdministratorAsync("boss@example.org");
        var boss = site.Visitor;
        await boss.SignInByLinkAsync(site, user);
        await boss.SetUpSecondFactorAsync();

        var unmade = await boss.SubmitAsync(await boss.GetAsync($"/manage/users/{user.Id}"), ".portal-form form", [("RoleIds", null)]);
        unmade.Text.ShouldContain("last administrator");
        (await HasRoleAsync(site, user.Id, PortalRole.AdministratorId)).ShouldBeTrue();
        (await boss.SubmitAsync(await boss.GetAsync($"/manage/users/{user.Id}"), "form[action*='Lock']")).Text.ShouldContain("cannot lock your own account");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Users_are_found_by_part_of_name_or_address_and_shown_by_pages(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await site.RunAsync(async services =>
        {
            var users = services.GetRequiredService<Portal.Accounts.Contracts.IUsers>();
            for (var i = 0; i < 30; i++) await users.EnsureAsync(new() { Email = $"person{i:00}@example.org", Name = $"Person {i:00}" }, default);
        });
        var manager = await site.SignInAsync("ManageUsers");

        (await manager.GetAsync("/manage/users?q=PERSON 07")).Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        (await manager.GetAsync("/manage/users?q=person1")).Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(10);
        var second = await manager.FollowAsync(await manager.GetAsync("/manage/users"), "a[rel=next]");
        second.Document.QuerySelectorAll("main tbody tr").Length.ShouldBe(6);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_role_is_added_changed_and_removed_when_nobody_has_it(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var manager = await site.SignInAsync("ManageUsers");

        await manager.SubmitAsync(await manager.GetAsync("/manage/roles/new"), ".portal-form form", [("Name", "Postmaster"), ("Permissions", "ManageMessages")]);
        var role = await FindRoleAsync(site, "Postmaster");
        role!.Permissions.ShouldBe(["ManageMessages"]);
        (await manager.SubmitAsync(await manager.GetAsync("/manage/roles/new"), ".portal-form form", [("Name", "Postmaster")])).Find("#Name-error").TextContent.ShouldContain("Another role");
        (await manager.SubmitAsync(await manager.GetAsync("/manage/roles/new"), ".portal-form form", [("Name", "Odd"), ("Permissions", "Nonsense")])).Status.ShouldBe(HttpStatusCode.OK);
        (await FindRoleAsync(site, "Odd")).ShouldBeNull();

        await manager.SubmitAsync(await manager.GetAsync($"/manage/roles/{role.Id}"), "form[action*='Remove']");
        (await FindRoleAsync(site, "Postmaster")).ShouldBeNull();
    }

    private static Task<string> AddRoleAsync(TestSite site, string name, params string[] permissions) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var role = new PortalRole { Id = Ids.New(TimeProvider.System), Name = name, Permissions = permissions };
        db.Add(role);
        await db.SaveChangesAsync();
        return role.Id;
    });

    private static Task<PortalRole?> FindRoleAsync(TestSite site, string name)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalRole>().SingleOrDefaultAsync(role => role.Name == name));

    private static Task<bool> HasRoleAsync(TestSite site, string userId, string roleId)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<UserRole>().AnyAsync(held => held.UserId == userId && held.RoleId == roleId));
}
