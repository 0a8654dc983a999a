using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>Reads the public directory: first the ids of a page, from an index alone, then what is on the page.</summary>
internal sealed class PublicDirectory(PortalDbContext db, PublicListingFinder finder, PublicListingWriter writer, TenantContext tenant) : IPublicDirectory
{
    private const int Batch = 500;

    public async Task<PublicSlice<PublicListing>> ListingsAsync(PublicListingFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var (ids, total) = await finder.FindAsync(filter, skip, take, cancellationToken);
        return new PublicSlice<PublicListing>(await ReadAsync(ids, cancellationToken), total);
    }

    public async IAsyncEnumerable<PublicListing> AllListingsAsync(PublicListingFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (ids, _) = await finder.FindAsync(filter, 0, int.MaxValue, cancellationToken);
        foreach (var batch in ids.Chunk(Batch))
        {
            foreach (var listing in await ReadAsync(batch, cancellationToken)) yield return listing;
        }
    }

    public async Task<IReadOnlyList<PublicChange>> ChangesAsync(PublicListingFilter filter, CancellationToken cancellationToken)
    {
        var (ids, _) = await finder.FindAsync(filter, 0, int.MaxValue, cancellationToken);
        var changes = new List<PublicChange>(ids.Count);
        foreach (var batch in ids.Chunk(Batch * 4).Select(chunk => chunk.ToList()))
        {
            var read = await db.Set<Listing>().Where(listing => batch.Contains(listing.Id)).Select(listing => new { listing.Id, listing.PublicId, listing.ModifiedAt })
                .ToDictionaryAsync(listing => listing.Id, StringComparer.Ordinal, cancellationToken);
            changes.AddRange(batch.Where(read.ContainsKey).Select(id => new PublicChange(read[id].PublicId, read[id].ModifiedAt)));
        }

        return changes;
    }

    public Task<PublicListing?> ListingAsync(Guid publicId, CancellationToken cancellationToken)
        => OneAsync(db.Set<Listing>().Where(listing => listing.PublicId == publicId), cancellationToken);

    public async Task<PublicListing?> ListingAtVenueAsync(Guid publicPlaceId, CancellationToken cancellationToken)
        => await OneAsync(db.Set<Listing>().Where(listing => listing.PublicPlaceId == publicPlaceId), cancellationToken) is { Venue: not null } found ? found : null;

    public async Task<PublicSlice<PublicOrganisation>> OrganisationsAsync(DateTimeOffset? modifiedAfter, int skip, int take, CancellationToken cancellationToken)
    {
        var matching = db.Set<Organisation>().AsNoTracking().Where(organisation => organisation.Published && (modifiedAfter == null || organisation.ModifiedAt >= modifiedAfter));
        var total = await matching.CountAsync(cancellationToken);
        var ids = await matching.OrderBy(organisation => organisation.AddedAt).ThenBy(organisation => organisation.Id).Skip(skip).Take(take).Select(organisation => organisation.Id).ToListAsync(cancellationToken);
        var read = await OrganisationsAsync(ids, cancellationToken);
        return new PublicSlice<PublicOrganisation>([.. ids.Where(read.ContainsKey).Select(id => read[id])], total);
    }

    public async Task<PublicOrganisation?> OrganisationAsync(Guid publicId, CancellationToken cancellationToken)
        => await db.Set<Organisation>().AsNoTracking().Include(organisation => organisation.Texts)
            .SingleOrDefaultAsync(organisation => organisation.PublicId == publicId && organisation.Published, cancellationToken) is { } found ? writer.Organisation(found) : null;

    public async Task<ILookup<Guid, PublicListing>> ListingsOfAsync(IReadOnlyCollection<Guid> organisations, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Listing>()
            .Where(listing => listing.Published && db.Set<Organisation>().Any(organisation => organisation.Id == listing.OrganisationId && organisations.Contains(organisation.PublicId)))
            .OrderBy(listing => listing.AddedAt).ThenBy(listing => listing.Id).Select(listing => listing.Id).ToListAsync(cancellationToken);
        return (await ReadAsync(ids, cancellationToken)).Where(listing => listing.Organisation is not null).ToLookup(listing => listing.Organisation!.PublicId);
    }

    public async Task<IReadOnlyList<PublicTaxonomy>> TaxonomiesAsync(CancellationToken cancellationToken)
        => (await tenant.Profile.GetOrReadAsync(async () => new KnownTaxonomies(
            await db.Set<Taxonomy>().AsNoTracking().OrderBy(taxonomy => taxonomy.Id).Select(taxonomy => new PublicTaxonomy(taxonomy.Id, taxonomy.Title)).ToListAsync(cancellationToken)))).All;

    public async Task<DateTimeOffset?> LastChangeAsync(CancellationToken cancellationToken)
        => (await tenant.Profile.GetOrReadAsync(async () => new LastChange(
            await db.Set<Listing>().OrderByDescending(listing => listing.ModifiedAt).Select(listing => (DateTimeOffset?)listing.ModifiedAt).FirstOrDefaultAsync(cancellationToken)))).At;

    private async Task<PublicListing?> OneAsync(IQueryable<Listing> one, CancellationToken cancellationToken)
    {
        var id = await one.Where(listing => listing.Published).Select(listing => listing.Id).SingleOrDefaultAsync(cancellationToken);
        return id is null ? null : (await ReadAsync([id], cancellationToken)).SingleOrDefault();
    }

    /// <summary>Listings of those ids in their order, in three queries.</summary>
    private async Task<IReadOnlyList<PublicListing>> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var listings = await db.Set<Listing>().AsNoTracking().Include(listing => listing.Texts).Where(listing => ids.Contains(listing.Id) && listing.Published)
            .ToDictionaryAsync(listing => listing.Id, StringComparer.Ordinal, cancellationToken);
        var venueIds = listings.Values.Select(listing => listing.VenueId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var venues = venueIds.Count == 0 ? [] : await db.Set<Venue>().AsNoTracking().Include(venue => venue.Texts).Where(venue => venueIds.Contains(venue.Id))
            .ToDictionaryAsync(venue => venue.Id, StringComparer.Ordinal, cancellationToken);
        var organisations = await OrganisationsAsync([.. listings.Values.Select(listing => listing.OrganisationId).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        return
        [
            .. ids.Where(listings.ContainsKey).Select(id => listings[id])
                .Select(listing => writer.Listing(listing, venues.GetValueOrDefault(listing.VenueId ?? ""), organisations.GetValueOrDefault(listing.OrganisationId ?? ""))),
        ];
    }

    private async Task<Dictionary<string, PublicOrganisation>> OrganisationsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
        => ids.Count == 0 ? [] : (await db.Set<Organisation>().AsNoTracking().Include(organisation => organisation.Texts)
            .Where(organisation => ids.Contains(organisation.Id) && organisation.Published).ToListAsync(cancellationToken))
            .ToDictionary(organisation => organisation.Id, writer.Organisation, StringComparer.Ordinal);

    private sealed record KnownTaxonomies(IReadOnlyList<PublicTaxonomy> All);

    private sealed record LastChange(DateTimeOffset? At);
}
