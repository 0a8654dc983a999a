using Microsoft.EntityFrameworkCore;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>Makes the links by which one group is confirmed without signing in, and does what is asked for by them.</summary>
internal sealed class StillRightLinks(PortalDbContext db, ListingEditor editor, Trust trust, SiteAddresses addresses, DateWords dates, TimeProvider clock)
{
    /// <summary>A new link, whole; the caller saves.</summary>
    public string Create(SilentGroup group, string email, string name, string language)
    {
        var code = Ids.Secret(StillRightLink.CodeLength);
        db.Add(new StillRightLink { CodeHash = ListingClaim.Hash(code), ListingId = group.Id, Email = email, Name = name, IsKeepers = group.HasKeepers, ExpiresAt = clock.GetUtcNow() + StillRightLink.Lifetime });
        return addresses.Absolute($"/groups/{group.Slug}/still-right/{code}", language);
    }

    /// <summary>The link and its listing; null when it has run out, or whom it was sent to has no longer a say. One that has stopped is found, so that a second press of the button is no error.</summary>
    public async Task<(StillRightLink Link, Listing Listing)?> FindAsync(string slug, string code, CancellationToken cancellationToken)
    {
        var hash = ListingClaim.Hash(code);
        if (await db.Set<StillRightLink>().AsNoTracking().SingleOrDefaultAsync(link => link.CodeHash == hash, cancellationToken) is not { } link || link.ExpiresAt <= clock.GetUtcNow()) return null;
        if (await db.FindListingAsync(link.ListingId, cancellationToken) is not { } listing || listing.Slug != slug || (!listing.Published && listing.StoppedOn is null)) return null;
        var hasSay = link.IsKeepers ? listing.Maintainers.Exists(maintainer => maintainer.Email == link.Email) : listing.Maintainers.Count == 0 && IsOnPage(listing, link.Email);
        return hasSay ? (link, listing) : null;
    }

    /// <summary>True when whom it was sent to may also say that the group pauses or has stopped; of others such a change waits for a moderator, for whom they sign in.</summary>
    public async Task<bool> MayChangeAsync(StillRightLink link, CancellationToken cancellationToken)
        => !link.IsKeepers || (await trust.OfAsync([link.Email], cancellationToken))[link.Email].IsTrusted;

    /// <summary>All of it is still right.</summary>
    public Task<EditOutcome> ConfirmAsync(StillRightLink link, int revision, CancellationToken cancellationToken)
        => editor.ConfirmAsync(link.ListingId, revision, link.Name, link.Email, cancellationToken);

    /// <summary>The group pauses. Whoever says so has looked at the page: silence counts anew.</summary>
    public Task<EditOutcome> PauseAsync(StillRightLink link, int revision, DateOnly? backOn, CancellationToken cancellationToken)
        => editor.ChangeFactsAsync(link.ListingId, revision, facts => RunningState.Pause(facts, backOn) with { AssuredOn = dates.Today, AssuredBy = link.Name }, cancellationToken);

    /// <summary>The group has stopped.</summary>
    public Task<EditOutcome> StopAsync(StillRightLink link, int revision, CancellationToken cancellationToken)
        => editor.ChangeFactsAsync(link.ListingId, revision, facts => RunningState.Stop(facts, dates.Today), cancellationToken);

    /// <summary>Removes links a day after they ran out.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(1);
        await db.Set<StillRightLink>().Where(link => link.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static bool IsOnPage(Listing listing, string email)
        => !listing.ContactPrivate && string.Equals(listing.ContactEmail?.Trim(), email, StringComparison.OrdinalIgnoreCase);
}
