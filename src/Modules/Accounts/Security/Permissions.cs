using System.Security.Claims;
using Portal.Platform.Modules;
using Portal.Platform.Security;

namespace Portal.Accounts.Security;

/// <summary>Answers what a user may do from their roles and from how they signed in.</summary>
internal sealed class Permissions(KnownUsers users, ModuleCatalog catalog) : IPermissions
{
    public async ValueTask<bool> HasAsync(ClaimsPrincipal user, string permission)
        => await HoldsAsync(user, permission) && (user.HasSecondFactor() || !NeedsSecondFactor(permission));

    /// <summary>True when a code is all that stands between the user and what the permission opens.</summary>
    public async ValueTask<bool> LacksOnlySecondFactorAsync(ClaimsPrincipal user, string permission)
        => !user.HasSecondFactor() && NeedsSecondFactor(permission) && await HoldsAsync(user, permission);

    private bool NeedsSecondFactor(string permission) => catalog.Permissions.TryGetValue(permission, out var found) && found.SeesPeople;

    private async ValueTask<bool> HoldsAsync(ClaimsPrincipal user, string permission)
        => user.Identity is { IsAuthenticated: true } && user.UserId() is { } id && await users.FindAsync(id) is { } known && known.Permissions.Contains(permission);
}
