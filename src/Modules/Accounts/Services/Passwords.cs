using Microsoft.AspNetCore.Identity;
using Portal.Accounts.Domain;
using Portal.Platform.Data;

namespace Portal.Accounts.Services;

/// <summary>Checks and sets passwords.</summary>
internal sealed class Passwords(PortalDbContext db, UserManager<PortalUser> users, SecurityNotices notices, AuditLog audit)
{
    // Checked where nobody has the address, so that the answer takes as long as where somebody has.
    private static readonly Lazy<(PortalUser User, string Hash)> nobody = new(() =>
    {
        var user = PortalUser.Create("nobody", "nobody@localhost", "", "en", default);
        return (user, new PasswordHasher<PortalUser>().HashPassword(user, Ids.Secret(20)));
    });

    /// <summary>Takes as long as checking a real password.</summary>
    public void PretendToCheck(string password) => users.PasswordHasher.VerifyHashedPassword(nobody.Value.User, nobody.Value.Hash, password);

    /// <summary>Sets a password and ends the user's sessions.</summary>
    /// <returns>Identity's codes for what is wrong with it; empty when it was set.</returns>
    public async Task<IReadOnlyList<string>> SetAsync(PortalUser user, string password, CancellationToken cancellationToken)
    {
        if (password.Contains(user.Email!.Split('@')[0], StringComparison.OrdinalIgnoreCase)) return ["PasswordRequiresUniqueChars"];
        foreach (var validator in users.PasswordValidators)
        {
            var result = await validator.ValidateAsync(users, user, password);
            if (!result.Succeeded) return [.. result.Errors.Select(error => error.Code)];
        }

        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.EndSessions();
        notices.Write(user);
        audit.Record("user.password-set", "user", user.Id);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }
}
