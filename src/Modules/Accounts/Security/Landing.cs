using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Modules;
using Portal.Platform.Web;

namespace Portal.Accounts.Security;

/// <summary>Where somebody goes next who has just signed in.</summary>
internal sealed class Landing(PageFrame frame, KnownUsers users, SiteAddresses addresses)
{
    /// <summary>
    /// The page they wanted, or the first of those that are theirs. Who may see people gives a code first, or sets the
    /// authenticator up.
    /// </summary>
    /// <param name="wanted">Path from the root of the host; anything that is not a path on this host is passed over.</param>
    public async Task<string> NextAsync(ClaimsPrincipal user, IUrlHelper url, string? wanted)
    {
        var next = url.IsLocalUrl(wanted) ? wanted : null;
        if (!user.HasSecondFactor() && await users.FindAsync(user.UserId()!) is { SeesPeople: true } known) return SecondFactor(known, next);
        return next ?? (await frame.MenuAsync(MenuPlace.Personal)).FirstOrDefault()?.Url ?? addresses.Path("/account");
    }

    /// <summary>The page where somebody gives their code, or sets up what makes the codes, and then goes on.</summary>
    public string SecondFactor(KnownUser user, string? next)
        => addresses.Path(user.HasAuthenticator ? "/account/code" : "/account/security") + (next is null ? "" : "?return=" + Uri.EscapeDataString(next));
}
