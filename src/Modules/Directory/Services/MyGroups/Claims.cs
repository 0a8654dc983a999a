using Microsoft.EntityFrameworkCore;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>
/// Lets somebody who runs a group come to keep its page, where nobody does: proven by the e-mail address on the page, or decided by those who
/// look after all groups. Nothing here tells whether an address has an account.
/// </summary>
internal sealed class Claims(
    PortalDbContext db, GroupKeepers keepers, GroupNotices notices, AuditLog audit, CurrentActor actor, SiteAddresses addresses, TenantContext tenant, TimeProvider clock)
{
    private const int CodeLength = 32; // 160 bits
    private const int MostForOneADay = 3;
    private const int MostAnHour = 30;

    /// <summary>The public listing of that address that nobody keeps; null when there is none.</summary>
    public async Task<Listing?> FindUnkeptAsync(string slug, CancellationToken cancellationToken)
        => await db.Set<Listing>().AsNoTracking().Include(listing => listing.Texts)
            .SingleOrDefaultAsync(listing => listing.Slug == slug && listing.Published && listing.Maintainers.Count == 0, cancellationToken);

    /// <summary>The e-mail address that everybody sees on the page; null where there is none, or it is for the team only.</summary>
    public static string? PublishedEmail(Listing listing) => listing.ContactPrivate ? null : listing.ContactEmail;

    /// <summary>
    /// Keeps a claim and asks the group itself, or else those who look after all groups. False when there have been too many of late;
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

        // The request comes from the public: a link that opens a door is mailed only where its host cannot be forged.
        var published = PublishedEmail(listing);
        var code = published is not null && addresses.IsHostCertain ? Ids.Secret(CodeLength) : null;
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
        var said = new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = address, ["words"] = words ?? "–" };
        if (code is null)
        {
            await notices.WriteToManagersAsync("claim-waiting", listing, "/manage/claims", said, cancellationToken);
        }
        else
        {
            var language = notices.LanguageFor(listing.Culture);
            said["link"] = addresses.Absolute($"/groups/{listing.Slug}/claim/{code}", language);
            notices.Write("claim-proof", published!, language, listing, said);
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

    /// <summary>Lets whoever claimed it keep the page, and sends them a link; false when somebody else was faster.</summary>
    /// <exception cref="InvalidOperationException">The site has no role for volunteers.</exception>
    public async Task<bool> AcceptAsync(ListingClaim claim, Listing listing, CancellationToken cancellationToken)
    {
        claim.Decide(ClaimState.Accepted, clock.GetUtcNow(), actor.Name);
        audit.Record("claim.accepted", "listing", listing.Id);
        try
        {
            return (await keepers.AddAsync(listing, claim.Email, cancellationToken)).Result == EditResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.DiscardChanges();
            return false;
        }
    }

    /// <summary>The claims nobody has decided, the oldest first, with the listing each is of.</summary>
    public async Task<IReadOnlyList<OpenClaim>> OpenAsync(int most, CancellationToken cancellationToken)
        => await db.Set<ListingClaim>().AsNoTracking().Where(claim => claim.State == ClaimState.Waiting || claim.State == ClaimState.Asked)
            .OrderBy(claim => claim.At).Take(most)
            .Join(
                db.Set<Listing>(), claim => claim.ListingId, listing => listing.Id,
                (claim, listing) => new OpenClaim(
                    claim.Id, claim.At, claim.Email, claim.Language, claim.Words, claim.State, listing.Slug,
                    listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(), listing.Culture, listing.Maintainers.Count))
            .ToListAsync(cancellationToken);

    /// <summary>A claim that nobody has decided, with its listing; null when there is none.</summary>
    public async Task<(ListingClaim Claim, Listing Listing)?> FindOpenAsync(string id, CancellationToken cancellationToken)
        => await db.Set<ListingClaim>().FindAsync([id], cancellationToken) is { IsOpen: true } claim && await db.FindListingAsync(claim.ListingId, cancellationToken) is { } listing
            ? (claim, listing)
            : null;

    /// <summary>Does not let them, and tells them why.</summary>
    public async Task ReturnAsync(ListingClaim claim, Listing listing, string answer, CancellationToken cancellationToken)
    {
        claim.Decide(ClaimState.Returned, clock.GetUtcNow(), actor.Name, answer);
        var language = notices.LanguageFor(claim.Language);
        notices.Write("claim-returned", claim.Email, language, listing, new Dictionary<string, string>(StringComparer.Ordinal) { ["answer"] = answer, ["link"] = addresses.Absolute("/groups/" + listing.Slug, language) });
        audit.Record("claim.returned", "listing", listing.Id, why: answer);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>A claim that waits.</summary>
/// <param name="Keepers">How many keep the page by now.</param>
internal sealed record OpenClaim(
    string Id, DateTimeOffset At, string Email, string Language, string? Words, ClaimState State, string Slug, string Title, string TitleLanguage, int Keepers);
