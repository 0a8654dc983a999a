using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Data;

/// <summary>
/// Gives what is saved its public id and the time of its change, whoever changes it: so none can be forgotten. A listing has
/// changed when its venue, its organisation or the name of one of its terms has.
/// </summary>
internal sealed class PublicRecords(TenantContext tenant, TimeProvider clock) : IBeforeSaving
{
    public async Task SavingAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var changed = new Changed();
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)) changed.Add(entry);
        if (changed.IsEmpty) return;

        var now = Now();
        foreach (var entry in db.ChangeTracker.Entries<IPublicRecord>().Where(entry => entry.State != EntityState.Deleted).ToList())
        {
            if (entry.State == EntityState.Added) Name(entry.Entity, now);
            if (changed.Concerns(entry.Entity)) entry.Entity.ModifiedAt = now;
        }

        await TouchListingsAsync(db, changed, now, cancellationToken);
    }

    private void Name(IPublicRecord record, DateTimeOffset now)
    {
        if (record.PublicId == Guid.Empty) record.PublicId = PublicIds.Of(tenant.Tenant.Name, record.GetType().Name, record.Id);
        switch (record)
        {
            case Listing listing:
                listing.AddedAt = now;
                if (listing.PublicPlaceId == Guid.Empty) listing.PublicPlaceId = PublicIds.Part(listing.PublicId, "place");
                break;
            case Organisation organisation:
                organisation.AddedAt = now;
                break;
        }
    }

    /// <summary>Listings that are not at hand, and of which something else has changed.</summary>
    private static async Task TouchListingsAsync(PortalDbContext db, Changed changed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (venues, organisations) = (changed.Old(changed.Venues), changed.Old(changed.Organisations));
        if (venues.Count + organisations.Count > 0)
        {
            await db.Set<Listing>().Where(listing => venues.Contains(listing.VenueId!) || organisations.Contains(listing.OrganisationId!))
                .ExecuteUpdateAsync(set => set.SetProperty(listing => listing.ModifiedAt, now), cancellationToken);
        }

        foreach (var term in changed.Terms)
            await db.Set<Listing>().Where(PublicQueries.HasTerm(term)).ExecuteUpdateAsync(set => set.SetProperty(listing => listing.ModifiedAt, now), cancellationToken);
    }

    /// <summary>To the millisecond, which is what the open data says.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private sealed class Changed
    {
        private readonly HashSet<string> isNew = new(StringComparer.Ordinal);

        public HashSet<string> Listings { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Venues { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Organisations { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Terms { get; } = new(StringComparer.Ordinal);

        public bool IsEmpty => Listings.Count + Venues.Count + Organisations.Count + Terms.Count == 0;

        public void Add(EntityEntry entry)
        {
            switch (entry.Entity)
            {
                case Listing listing: Listings.Add(listing.Id); break;
                case ListingText text: Listings.Add(text.ListingId); break;
                case Venue venue: Venues.Add(venue.Id); break;
                case VenueText text: Venues.Add(text.VenueId); break;
                case Organisation organisation: Organisations.Add(organisation.Id); break;
                case OrganisationText text: Organisations.Add(text.OrganisationId); break;
                case Term term when entry.State == EntityState.Modified: Terms.Add(term.Id); break;
            }

            if (entry is { State: EntityState.Added, Entity: IPublicRecord record }) isNew.Add(record.Id);
        }

        public bool Concerns(IPublicRecord record) => record switch
        {
            Listing listing => Listings.Contains(listing.Id),
            Venue venue => Venues.Contains(venue.Id),
            Organisation organisation => Organisations.Contains(organisation.Id),
            _ => false,
        };

        /// <summary>Those that other listings can have already.</summary>
        public IReadOnlyList<string> Old(HashSet<string> ids) => [.. ids.Where(id => !isNew.Contains(id))];
    }
}
