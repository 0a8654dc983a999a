using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>
/// Corrects places where groups meet. Every group there shows the change at once: it is indexed again and other modules are told,
/// in the transaction that also writes the audit entry.
/// </summary>
internal sealed class VenueEditor(PortalDbContext db, AuditLog audit, EventBus events, ListingIndexer indexer, IPlaces places, TenantContext tenant, TimeProvider clock)
{
    public const string Subject = "venue";

    /// <summary>The place with its texts, to be changed; null when there is none.</summary>
    public Task<Venue?> FindAsync(string id, CancellationToken cancellationToken) => db.FindVenueAsync(id, cancellationToken);

    /// <summary>Names of the other public groups that meet there, with the language each is in.</summary>
    public async Task<IReadOnlyList<Wording>> OthersAsync(string venueId, string listingId, CancellationToken cancellationToken)
    {
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var others = await db.Set<Listing>().AsNoTracking().Where(listing => listing.VenueId == venueId && listing.Id != listingId && listing.Published)
            .Select(listing => listing.Texts.Select(text => new { text.Culture, text.Title }).ToList()).ToListAsync(cancellationToken);
        return
        [
            .. others.Select(texts => chain.Select(language => texts.Find(text => text.Culture == language)).FirstOrDefault(text => text is not null) ?? texts[0])
                .Select(text => new Wording(text.Title, text.Culture)).OrderBy(name => name.Text, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Takes over what somebody corrected. A new postcode moves the place on the map, as far as the site knows where that is.</summary>
    /// <param name="revision">Revision the form was filled from.</param>
    public async Task<EditOutcome> ChangeAsync(string id, int revision, VenueSnapshot wanted, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } venue) return new EditOutcome(EditResult.NotFound, null);
        if (venue.Revision != revision) return new EditOutcome(EditResult.Stale, null);
        return await SaveAsync(venue, "venue.changed", await OnMapAsync(venue, wanted, cancellationToken), cancellationToken);
    }

    /// <summary>What the place would be: the point of its postcode where that is another one now.</summary>
    public async Task<VenueSnapshot> OnMapAsync(Venue venue, VenueSnapshot wanted, CancellationToken cancellationToken)
    {
        if (wanted.Postcode == venue.Postcode) return wanted with { Latitude = venue.Latitude, Longitude = venue.Longitude };
        var point = wanted.Postcode is { } postcode ? (await places.FindAsync(postcode, cancellationToken))?.Point : null;
        return wanted with { Latitude = point?.Latitude, Longitude = point?.Longitude };
    }

    /// <summary>Takes one correction back, where the same has not been corrected again since.</summary>
    public async Task<EditOutcome> UndoAsync(string id, long auditNumber, CancellationToken cancellationToken)
    {
        var entry = await audit.Of(Subject, id).Where(entry => entry.Number == auditNumber).Select(entry => new { entry.Before, entry.After }).SingleOrDefaultAsync(cancellationToken);
        if (entry is not { Before: { } before, After: { } after } || await FindAsync(id, cancellationToken) is not { } venue) return new EditOutcome(EditResult.NotFound, null);
        return SnapshotUndo.Take(JsonSerializer.Serialize(venue.Snapshot(), PortalJson.Options), before, after) is { } undone
            ? await SaveAsync(venue, "venue.undone", JsonSerializer.Deserialize<VenueSnapshot>(undone, PortalJson.Options)!, cancellationToken)
            : new EditOutcome(EditResult.Stale, null);
    }

    private async Task<EditOutcome> SaveAsync(Venue venue, string action, VenueSnapshot wanted, CancellationToken cancellationToken)
    {
        if (!audit.Record(action, Subject, venue.Id, venue.Snapshot(), wanted)) return new EditOutcome(EditResult.Unchanged, null);
        venue.Put(wanted, () => Ids.New(clock));
        var listings = await db.Set<Listing>().Where(listing => listing.VenueId == venue.Id).Select(listing => listing.Id).ToListAsync(cancellationToken);
        foreach (var listing in listings) await events.PublishAsync(new ListingChanged(listing), cancellationToken);
        await indexer.IndexVenueAsync(venue.Id, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was faster between reading and saving.
            db.DiscardChanges();
            return new EditOutcome(EditResult.Stale, null);
        }

        return new EditOutcome(EditResult.Saved, null, db.Set<AuditEntry>().Local.Max(entry => entry.Number));
    }
}
