using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Reads the shortlist that a visitor's own browser keeps. Nothing of it is kept here.</summary>
internal sealed class KeptListings(PortalDbContext db, IListings listings)
{
    private const int Most = 50;

    /// <summary>The cards of those slugs, in the same order.</summary>
    public async Task<IReadOnlyList<ListingCard>> ReadAsync(IReadOnlyList<string> slugs, CancellationToken cancellationToken)
    {
        var asked = slugs.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        var ids = await db.Set<Listing>().Where(listing => asked.Contains(listing.Slug)).Select(listing => listing.Id).ToListAsync(cancellationToken);
        var cards = await listings.CardsAsync(ids, cancellationToken);
        return [.. cards.Values.OrderBy(card => asked.IndexOf(card.Slug))];
    }
}
