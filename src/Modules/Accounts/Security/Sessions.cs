using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Portal.Accounts.Domain;

namespace Portal.Accounts.Security;

/// <summary>Writes what a session says of its user. What the user may do is not in it: that is looked up for each request.</summary>
internal sealed class SessionPrincipal : IUserClaimsPrincipalFactory<PortalUser>
{
    public Task<ClaimsPrincipal> CreateAsync(PortalUser user)
        => Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, user.Id), new(ClaimTypes.Name, user.Name), new(SessionClaims.Stamp, user.SecurityStamp!)],
            IdentityConstants.ApplicationScheme)));
}

internal static class SessionClaims
{
    /// <summary>The user's security stamp at sign-in; the session ends when the user has another.</summary>
    public const string Stamp = "stamp";

    /// <summary>How somebody signed in, with the values of RFC 8176; Identity sets it.</summary>
    public const string Method = "amr";

    /// <summary>Value of <see cref="Method"/> for somebody who gave a code as well.</summary>
    public const string SecondFactor = "mfa";

    public static string? UserId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>True when the user gave a code as well.</summary>
    public static bool HasSecondFactor(this ClaimsPrincipal user) => user.HasClaim(Method, SecondFactor);
}

/// <summary>An account that somebody locked cannot sign in, whichever way.</summary>
internal sealed class LockedOut : IUserConfirmation<PortalUser>
{
    public Task<bool> IsConfirmedAsync(UserManager<PortalUser> manager, PortalUser user) => Task.FromResult(user.LockedAt is null);
}
