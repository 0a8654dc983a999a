using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Contracts;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Messages;
using TestSupport;

namespace PageTests.Accounts;

/// <summary>What tests of accounts do over and over.</summary>
internal static class AccountsSite
{
    public const string GoodPassword = "kettle moss seventeen";

    /// <summary>Adds a user, with a role that has these permissions.</summary>
    public static Task<UserSummary> AddUserAsync(this TestSite site, string email, params string[] permissions) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var role = new PortalRole { Id = Ids.New(TimeProvider.System), Name = "Role of " + email, Permissions = permissions };
        db.Add(role);
        await db.SaveChangesAsync();
        return await services.GetRequiredService<IUsers>().EnsureAsync(new NewUser { Email = email, Name = "Amina", Role = role.Name }, default);
    });

    /// <summary>Adds somebody who may do everything.</summary>
    public static Task<UserSummary> AddAdministratorAsync(this TestSite site, string email)
        => site.RunAsync(services => services.GetRequiredService<IUsers>().EnsureAsync(new NewUser { Email = email, Role = PortalRole.Administrator }, default));

    /// <summary>The user as stored now.</summary>
    public static Task<PortalUser> UserAsync(this TestSite site, string email)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalUser>().SingleAsync(user => user.Email == email));

    /// <summary>The messages written to an address, the newest first.</summary>
    public static Task<List<OutboxMessage>> MailToAsync(this TestSite site, string email)
        => site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<OutboxMessage>().Where(message => message.To == email).OrderByDescending(message => message.Id).ToListAsync());

    /// <summary>The link in the newest message to an address.</summary>
    public static async Task<string> LinkSentToAsync(this TestSite site, string email)
        => (await site.MailToAsync(email))[0].Text.Split('\n').Single(line => line.Contains("/account/link/", StringComparison.Ordinal)).Trim();

    /// <summary>Signs in with a link that needs no mail.</summary>
    public static async Task<Answer> SignInByLinkAsync(this Visitor visitor, TestSite site, UserSummary user, string returnPath = "/account")
    {
        var link = await site.RunAsync(services => services.GetRequiredService<IUsers>().CreateSignInLinkAsync(user.Id, returnPath, default));
        // Outside a request the host is not known; the path is.
        return await visitor.SubmitAsync(await visitor.GetAsync(new Uri(site.Host.Address, new Uri(link).PathAndQuery).ToString()), "main form");
    }

    /// <summary>Signed in, sets a password and an authenticator.</summary>
    public static async Task<Authenticator> SetUpSecondFactorAsync(this Visitor visitor)
    {
        await visitor.SubmitAsync(await visitor.GetAsync("/account/security/password"), "main form", [("Password", GoodPassword), ("Again", GoodPassword)]);
        var page = await visitor.GetAsync("/account/security/authenticator");
        var app = new Authenticator(page.Find(".portal-code").TextContent);
        await visitor.SubmitAsync(page, "main form", [("Code", app.NextCode())]);
        return app;
    }

    /// <summary>Gives address and password.</summary>
    public static async Task<Answer> GivePasswordAsync(this Visitor visitor, string email, string password = GoodPassword, string query = "")
        => await visitor.SubmitAsync(await visitor.GetAsync("/account/password" + query), "main form", [("Email", email), ("Password", password)]);

    /// <summary>Follows a link of a page.</summary>
    public static Task<Answer> FollowAsync(this Visitor visitor, Answer page, string selector)
        => visitor.GetAsync(new Uri(page.Address, page.Find(selector).GetAttribute("href")!).ToString());

    /// <summary>True when the visitor is signed in.</summary>
    public static async Task<bool> IsSignedInAsync(this Visitor visitor) => (await visitor.GetAsync("/account")).Address.AbsolutePath.EndsWith("/account", StringComparison.Ordinal);
}
