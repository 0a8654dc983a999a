using Microsoft.EntityFrameworkCore;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>
/// Takes in that somebody runs a group whose page nobody keeps. It is proven by the e-mail address on the page; where that cannot be, it waits
/// for a moderator. Nothing here tells whether an address has an account.
/// </summary>
internal sealed class Claims(PortalDbContext db, GroupNotices notices, AuditLog audit, SiteAddresses addresses, TenantContext tenant, TimeProvider clock)
{
    private const int CodeLength = 32; // 160 bits
    private const int MostForOneADay = 3;
    private const int MostAnHour = 30;

    /// <summary>The public listing of that address that nobody keeps; null when there is none.</summary>
    public async Task<Listing?> FindUnkeptAsync(string slug, CancellationToken cancellationToken)
        => await db.Set<Listing>().AsNoTracking().Include(listing => listing.Texts)
            .SingleOrDefaultAsync(listing => listing.Slug == slug && listing.Published && listing.Maintainers.Count == 0, cancellationToken);

    /// <summary>
    /// The e-mail address at which the group can be asked: the one that everybody sees on its page. Null where there is none, and where the host
    /// of a request may be forged: it comes from the public, and the link opens a door.
    /// </summary>
    public string? AddressToAsk(Listing listing) => listing.ContactPrivate || !addresses.IsHostCertain ? null : listing.ContactEmail;

    /// <summary>
    /// Keeps a claim, and asks the group itself where it has a published address. False when there have been too many of late;
    /// the limit holds for all together, so no address of a visitor is kept. Who asks a second time is not written down twice.
    /// </summary>
    public async Task<bool> PutAsync(Listing listing, string email, string? words, CancellationToken cancellationToken)
    {
        var (now, address) = (clock.GetUtcNow(), email.ToLowerInvariant());
        var (hour, day) = (now.AddHours(-1), now.AddDays(-1));
        if (await db.Set<ListingClaim>().CountAsync(claim => claim.At > hour, cancellationToken) >= MostAnHour) return false;
        var lately = await db.Set<ListingClaim>().Where(claim => claim.ListingId == listing.Id && claim.At > day).Select(claim => new { claim.Email, claim.State }).ToListAsync(cancellationToken);
        if (lately.Exists(claim => claim.Email == address && claim.State is ClaimState.Asked or ClaimState.Waiting)) return true;
        if (lately.Count >= MostForOneADay) return false;

        var groupsAddress = AddressToAsk(listing);
        var code = groupsAddress is null ? null : Ids.Secret(CodeLength);
        db.Add(new ListingClaim
        {
            Id = Ids.New(clock),
            ListingId = listing.Id,
            Email = address,
            Language = tenant.Language,
            Words = words,
            At = now,
            State = code is null ? ClaimState.Waiting : ClaimState.Asked,
            CodeHash = code is null ? null : ListingClaim.Hash(code),
        });
        if (code is not null)
        {
            var language = notices.LanguageFor(listing.Culture);
            notices.Write("claim-proof", groupsAddress!, language, listing, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["email"] = address,
                ["words"] = words ?? "–",
                ["link"] = addresses.Absolute($"/groups/{listing.Slug}/claim/{code}", language),
            });
        }

        audit.Record("listing.claimed", "listing", listing.Id);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The claim a link stands for, with its listing; null when the link does not work any more, or somebody keeps the page by now.</summary>
    public async Task<(ListingClaim Claim, Listing Listing)?> FindByCodeAsync(string slug, string code, CancellationToken cancellationToken)
    {
        var hash = ListingClaim.Hash(code);
        if (await db.Set<ListingClaim>().SingleOrDefaultAsync(claim => claim.CodeHash == hash, cancellationToken) is not { } claim || !claim.CanBeProven(clock.GetUtcNow())) return null;
        return await db.FindListingAsync(claim.ListingId, cancellationToken) is { Published: true, Maintainers.Count: 0 } listing && listing.Slug == slug ? (claim, listing) : null;
    }
}
