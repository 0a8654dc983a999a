using System.Text.Json;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Makes pages of groups that somebody suggested. Inside the caller's transaction.</summary>
internal sealed class NewListings(ListingEditor editor, VenueChoice venues, GroupKeepers keepers, DateWords dates, TimeProvider clock)
{
    /// <summary>Adds the group, with its place where that is new too.</summary>
    public async Task<Listing> AddAsync(Suggestion suggestion, string why, bool isPublished, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var after = SnapshotParts.ToSnapshot(SnapshotParts.Parse(suggestion.After));
        var words = after.Texts[suggestion.Culture];
        var listing = new Listing { Id = id, Slug = Slugs.Of(words.Title, id), Culture = suggestion.Culture };
        listing.Texts.Add(new ListingText { Id = id, ListingId = id, Culture = suggestion.Culture, VersionId = id, Words = words });
        var venueId = suggestion.Place is { } place ? await venues.PutAsync(JsonSerializer.Deserialize<SuggestedPlace>(place, PortalJson.Options)!.ToDraft(), cancellationToken) : null;
        listing.Put(after.Facts with
        {
            Published = isPublished,
            VenueId = venueId,
            AssuredOn = suggestion.HelpsToRun ? dates.DateOf(suggestion.CreatedAt) : null,
            AssuredBy = suggestion.HelpsToRun ? suggestion.Name : null,
        });
        suggestion.ListingId = id;
        await editor.AddAsync(listing, why, cancellationToken);
        return listing;
    }

    /// <summary>Asks somebody to keep the page; false when the site has no role for that.</summary>
    public async Task<bool> InviteAsync(Listing listing, string email, CancellationToken cancellationToken)
    {
        try
        {
            return (await keepers.AddAsync(listing, email, cancellationToken)).Result == EditResult.Saved;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>A place that somebody typed with a new group.</summary>
internal sealed record SuggestedPlace(string Culture, string Name, string Address, string? Town, string Postcode)
{
    public VenueDraft ToDraft() => new(Culture, Name, Address, Town, Domain.Postcode.Parse(Postcode)!, null);
}
