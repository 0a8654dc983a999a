using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Accounts.Domain;
using Portal.Platform.Data;

namespace TestSupport;

/// <summary>Visitors who have signed in, without walking through the pages that do it; those have tests of their own.</summary>
public static class SignedIn
{
    /// <summary>A visitor whose role has exactly these permissions, signed in with a second factor.</summary>
    public static Task<Visitor> SignInAsync(this TestSite site, params string[] permissions) => site.SignInAsync(secondFactor: true, permissions);

    /// <summary>A visitor whose role has exactly these permissions.</summary>
    public static async Task<Visitor> SignInAsync(this TestSite site, bool secondFactor, params string[] permissions)
    {
        var visitor = site.NewVisitor();
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var clock = services.GetRequiredService<TimeProvider>();
            var role = new PortalRole { Id = Ids.New(clock), Name = "Role " + Ids.Secret(8), Permissions = permissions };
            var email = $"{Ids.Secret(8)}@example.org";
            var user = PortalUser.Create(Ids.New(clock), email, "Nadia Test", "en", clock.GetUtcNow());
            db.Add(role);
            db.Add(new UserRole { UserId = user.Id, RoleId = role.Id });
            var made = await services.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user);
            if (!made.Succeeded) throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
            await db.SaveChangesAsync();

            var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
            if (secondFactor) ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim("amr", "mfa"));
            var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var now = clock.GetUtcNow();
            var ticket = new AuthenticationTicket(
                principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddMinutes(30) }, IdentityConstants.ApplicationScheme);
            visitor.Cookies.Add(site.Host.Address, new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/"));
        });
        return visitor;
    }
}
