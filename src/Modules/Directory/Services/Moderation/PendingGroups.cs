using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>A group as whoever keeps its page sees it.</summary>
/// <param name="Shown">The group with what they have suggested; not to be saved where something waits.</param>
/// <param name="Public">The state that the public sees.</param>
/// <param name="Open">What they have suggested and nobody has approved yet; null when there is nothing.</param>
internal sealed record PendingGroup(Listing Shown, ListingSnapshot Public, Suggestion? Open);

/// <summary>Shows volunteers their own changes before a moderator has approved them.</summary>
internal sealed class PendingGroups(PortalDbContext db, GroupAccess access, Suggestions suggestions)
{
    /// <summary>The group; null when there is none, or the user does not keep it and so may not know of it.</summary>
    public async Task<PendingGroup?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(slug, cancellationToken) is not { } listing) return null;
        var seen = listing.Snapshot();
        if (await access.ManagesAllAsync() || await suggestions.OpenAsync(listing.Id, cancellationToken) is not { } open) return new PendingGroup(listing, seen, null);

        // From here on the listing says what is not approved: nothing of it may be saved with anything else.
        db.DiscardChanges();
        listing.ChangeTo(new SuggestionMerge(open.Before!, open.After, seen).TakeAll(), () => open.Id);
        return new PendingGroup(listing, seen, open);
    }
}
