using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Portal.Accounts.Domain;
using Portal.Platform.Data;

namespace Portal.Accounts.Services;

/// <summary>The authenticator app and the recovery codes.</summary>
internal sealed class SecondFactor(UserManager<PortalUser> users, IUserStore<PortalUser> store, SecurityNotices notices, AuditLog audit)
{
    private const string Provider = "Portal";
    private const string LastCode = "LastCode";
    private const int RecoveryCodes = 10;

    /// <summary>Checks a code of the authenticator or a recovery code. Wrong ones count towards the lock-out; none works twice in a row.</summary>
    public async Task<bool> CheckAsync(PortalUser user, string typed)
    {
        if (await users.IsLockedOutAsync(user)) return false;
        var code = Tidy(typed);
        if (code.All(char.IsAsciiDigit) ? await CheckAuthenticatorAsync(user, code) : (await users.RedeemTwoFactorRecoveryCodeAsync(user, typed.Trim().ToUpperInvariant())).Succeeded)
        {
            await users.ResetAccessFailedCountAsync(user);
            return true;
        }

        await users.AccessFailedAsync(user);
        return false;
    }

    /// <summary>Makes an authenticator the user's, when it shows the right code for its key, and returns new recovery codes; null when the code is wrong.</summary>
    public async Task<IReadOnlyList<string>?> SetUpAsync(PortalUser user, string key, string typed, CancellationToken cancellationToken)
    {
        // The key is only on the tracked entity until the code has been seen to be right.
        await ((IUserAuthenticatorKeyStore<PortalUser>)store).SetAuthenticatorKeyAsync(user, key, cancellationToken);
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Tidy(typed))) return null;
        notices.Write(user);
        audit.Record("user.authenticator-set", "user", user.Id);
        await users.SetTwoFactorEnabledAsync(user, true);
        return await RenewRecoveryCodesAsync(user);
    }

    /// <summary>New recovery codes; the old ones stop working.</summary>
    public async Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(PortalUser user)
        => [.. (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!];

    private async Task<bool> CheckAuthenticatorAsync(PortalUser user, string code)
    {
        if (await users.GetAuthenticationTokenAsync(user, Provider, LastCode) == code) return false;
        if (!await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code)) return false;
        await users.SetAuthenticationTokenAsync(user, Provider, LastCode, code);
        return true;
    }

    /// <summary>Codes are shown in groups and typed with spaces, in Urdu also with other figures.</summary>
    private static string Tidy(string typed)
        => string.Concat(typed.Where(character => !char.IsWhiteSpace(character) && character != '-')
            .Select(character => char.IsDigit(character) ? CharUnicodeInfo.GetDecimalDigitValue(character).ToString(CultureInfo.InvariantCulture) : character.ToString()));
}
