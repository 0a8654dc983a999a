using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Accounts.Domain;
using Portal.Platform.Data;

namespace Portal.Accounts.Data;

/// <summary>
/// Identity's store on the tenant's database. The key of the authenticator and the recovery codes are encrypted: a copy of the
/// database does not give away the second factor.
/// </summary>
internal sealed class UserStore(PortalDbContext db, IDataProtectionProvider protection, IdentityErrorDescriber errors)
    : UserOnlyStore<PortalUser, PortalDbContext, string, IdentityUserClaim<string>, IdentityUserLogin<string>, UserSecret>(db, errors)
{
    private readonly IDataProtector protector = protection.CreateProtector("accounts.secrets");

    public override Task SetTokenAsync(PortalUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken)
        => base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(PortalUser user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var kept = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        if (kept is null) return null;
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // Restored under another name or without the keys: as good as none, so it has to be set up again.
            return null;
        }
    }

    public override async Task<bool> GetTwoFactorEnabledAsync(PortalUser user, CancellationToken cancellationToken = default)
        => user.TwoFactorEnabled && await GetAuthenticatorKeyAsync(user, cancellationToken) is not null;
}
