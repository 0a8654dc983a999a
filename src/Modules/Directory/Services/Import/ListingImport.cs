using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Reads the directory in bulk for imports, and hands what they bring to those who write it.</summary>
internal sealed class ListingImport(PortalDbContext db, ImportedPlaces others, ImportedListings listings, ScheduleWords words) : IListingImport
{
    public async Task<DirectoryState> ReadAsync(DirectoryIds ids, CancellationToken cancellationToken)
    {
        var organisations = ids.Organizations.Count == 0 ? [] : await db.Set<Organisation>().AsNoTracking().Include(organisation => organisation.Texts)
            .Where(organisation => ids.Organizations.Contains(organisation.Id)).ToListAsync(cancellationToken);
        var venues = ids.Locations.Count == 0 ? [] : await db.Set<Venue>().AsNoTracking().Include(venue => venue.Texts)
            .Where(venue => ids.Locations.Contains(venue.Id)).ToListAsync(cancellationToken);
        var found = ids.Services.Count == 0 ? [] : await db.Set<Listing>().AsNoTracking().Include(listing => listing.Texts)
            .Where(listing => ids.Services.Contains(listing.Id)).ToListAsync(cancellationToken);
        return new DirectoryState(
            organisations.ToDictionary(organisation => organisation.Id, ImportedPlaces.Write, StringComparer.Ordinal),
            venues.ToDictionary(venue => venue.Id, ImportedPlaces.Write, StringComparer.Ordinal),
            found.ToDictionary(listing => listing.Id, listing => new ServiceState(listing.Slug, listing.Published, ServiceMapping.Write(listing), listing.Facts.ContactPrivate), StringComparer.Ordinal))
        {
            Confidential = [.. venues.Where(venue => venue.IsConfidential).Select(venue => venue.Id)],
        };
    }

    public async Task WriteAsync(DirectoryBatch batch, CancellationToken cancellationToken)
    {
        await others.LoadAsync(batch, cancellationToken);
        var touched = await others.WriteAsync(batch, cancellationToken);
        await listings.WriteAsync(batch, touched, cancellationToken);
    }

    public async Task<IReadOnlyList<KnownListing>> ListAsync(CancellationToken cancellationToken)
        => await db.Set<Listing>().AsNoTracking()
            .Select(listing => new KnownListing(
                listing.Id,
                listing.Slug,
                listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).FirstOrDefault() ?? "",
                db.Set<Venue>().Where(venue => venue.Id == listing.VenueId).Select(venue => venue.Postcode).FirstOrDefault()))
            .ToListAsync(cancellationToken);

    public IReadOnlyList<string> InWords(IReadOnlyList<ScheduleFacts> schedules) => [.. schedules.Select(schedule => words.Whole(ServiceMapping.Read(schedule)))];
}
