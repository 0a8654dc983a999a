using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Accounts.Security;

/// <summary>How long sessions last and when they end.</summary>
internal sealed class SessionEvents(IConfiguration configuration) : CookieAuthenticationEvents
{
    /// <summary>A session lasts so long after it was last used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    /// <summary>Minutes for which a session with a second factor, which may see people, lasts after it was last used.</summary>
    public const int UsualMinutes = 30;

    /// <summary>Name of the setting for another number of minutes, between the two.</summary>
    public const string Setting = "Portal:SessionMinutes";
    public const int FewestMinutes = 5;
    public const int MostMinutes = 240;

    private readonly TimeSpan secondFactorLifetime = TimeSpan.FromMinutes(Math.Clamp(configuration.GetValue(Setting, UsualMinutes), FewestMinutes, MostMinutes));

    public override Task SigningIn(CookieSigningInContext context)
    {
        if (!context.Principal!.HasSecondFactor()) return Task.CompletedTask;
        context.Properties.IsPersistent = false;
        context.Properties.IssuedUtc ??= context.Options.TimeProvider!.GetUtcNow();
        context.Properties.ExpiresUtc = context.Properties.IssuedUtc + secondFactorLifetime;
        return Task.CompletedTask;
    }

    /// <summary>A short session is renewed each minute it is used, so that it ends so long after it was last used and not sooner.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        if (context.Principal!.HasSecondFactor() && context.ElapsedTime > TimeSpan.FromMinutes(1)) context.ShouldRenew = true;
        return Task.CompletedTask;
    }

    /// <summary>Ends sessions of users who signed out everywhere, were locked or are gone.</summary>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<KnownUsers>();
        var known = context.Principal!.UserId() is { } id ? await users.FindAsync(id) : null;
        if (known is not null && known.Stamp == context.Principal!.FindFirst(SessionClaims.Stamp)?.Value) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>The page for 403 is shown in place.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
