using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Domain;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Accounts.Services;

/// <summary>Makes, sends and finds one-time links.</summary>
internal sealed class SignInLinks(
    PortalDbContext db, TenantContext tenant, SiteAddresses addresses, IMessageWriter messages, ILookupNormalizer normalizer, TimeProvider clock)
{
    private const int CodeLength = 32; // 160 bits
    private const int MostPerAddress = 3;
    private static readonly TimeSpan perAddressWithin = TimeSpan.FromMinutes(15);

    /// <summary>Sends a link to whoever has the address. What happens, and how long it takes, does not tell whether anybody has.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said what the address of the site is, so a forged request could make the link lead to somebody else's.</exception>
    public async Task SendAsync(string email, string returnPath, CancellationToken cancellationToken)
    {
        if (!addresses.IsHostCertain) throw new InvalidOperationException("Set Portal:PublicUrl to the address of the site, or AllowedHosts to its host names: links to sign in are not sent without.");
        var now = clock.GetUtcNow();
        var (normalized, since) = (normalizer.NormalizeEmail(email), now - perAddressWithin);
        var addressHash = SignInLink.Hash(normalized);
        var recent = await db.Set<SignInLink>().CountAsync(link => link.AddressHash == addressHash && link.CreatedAt > since, cancellationToken);
        if (recent >= MostPerAddress) return;

        var user = await db.Set<PortalUser>().SingleOrDefaultAsync(row => row.NormalizedEmail == normalized && row.LockedAt == null, cancellationToken);
        var code = Add(user, addressHash, returnPath, SignInLink.AskedFor);
        if (user is not null)
        {
            messages.Write(new EmailToWrite
            {
                To = user.Email!,
                Language = user.Language,
                Template = "sign-in",
                From = typeof(SignInLinks).Assembly,
                Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = user.Name, ["link"] = AddressOf(code, user) },
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Adds a link for a user and returns its whole address; the caller saves.</summary>
    public string Add(PortalUser user, string returnPath, TimeSpan lifetime) => AddressOf(Add(user, null, returnPath, lifetime), user);

    /// <summary>The link with that code, if it can still sign somebody in, and whom.</summary>
    public async Task<(SignInLink Link, PortalUser User)?> FindAsync(string code, CancellationToken cancellationToken)
    {
        var hash = SignInLink.Hash(code);
        var found = await db.Set<SignInLink>().Where(link => link.CodeHash == hash)
            .Join(db.Set<PortalUser>(), link => link.UserId, user => user.Id, (link, user) => new { link, user })
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && found.link.IsGood(clock.GetUtcNow()) && found.user.LockedAt is null ? (found.link, found.user) : null;
    }

    private string Add(PortalUser? user, string? addressHash, string returnPath, TimeSpan lifetime)
    {
        var (code, now) = (Ids.Secret(CodeLength), clock.GetUtcNow());
        db.Add(new SignInLink
        {
            Id = Ids.New(clock),
            CodeHash = SignInLink.Hash(code),
            UserId = user?.Id,
            AddressHash = addressHash,
            ReturnPath = returnPath,
            CreatedAt = now,
            ExpiresAt = now + lifetime,
        });
        return code;
    }

    private string AddressOf(string code, PortalUser user) => addresses.Absolute("/account/link/" + code, user.LanguageIn(tenant.Settings));
}
