using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>Takes the groups out of the search of which nobody has said anything for too long, and puts those back of which that is no longer so.</summary>
internal sealed class SilentListings(PortalDbContext db, FreshnessReader reader, ListingIndexer indexer, ISearchIndex index, AuditLog audit)
{
    private const int AtOnce = 500;

    /// <returns>How many are hidden now that were not before.</returns>
    public async Task<int> HideAsync(CancellationToken cancellationToken)
    {
        var rule = await reader.ReadAsync(cancellationToken);
        var silent = db.Set<Listing>().Where(listing => listing.Published).Where(rule.SilentFor(rule.Settings.HideAfterDays, reader.StartOf)).Where(rule.Settled(reader.StartOf));
        var rows = db.Set<ListingFreshness>();
        var back = await rows.Where(row => row.HiddenOn != null && !silent.Any(listing => listing.Id == row.ListingId)).OrderBy(row => row.ListingId).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var row in back)
        {
            row.HiddenOn = null;
            // Whoever confirmed it has put it back already; here are those for which time or the rules have done so.
            if (await db.FindListingAsync(row.ListingId, cancellationToken) is { } listing) await indexer.IndexAsync(listing, cancellationToken);
        }

        var count = 0;
        while (true)
        {
            var ids = await silent.Where(listing => !rows.Any(row => row.ListingId == listing.Id && row.HiddenOn != null)).OrderBy(listing => listing.Id)
                .Take(AtOnce).Select(listing => listing.Id).ToListAsync(cancellationToken);
            var known = await rows.Where(row => ids.Contains(row.ListingId)).ToDictionaryAsync(row => row.ListingId, StringComparer.Ordinal, cancellationToken);
            foreach (var id in ids)
            {
                if (!known.TryGetValue(id, out var row)) db.Add(row = new ListingFreshness { ListingId = id });
                row.HiddenOn = rule.Today;
                await index.RemoveAsync(ListingFacets.Kind, id, cancellationToken);
                audit.Record("listing.hidden-from-search", "listing", id);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            count += ids.Count;
            if (ids.Count < AtOnce) return count;
        }
    }
}
