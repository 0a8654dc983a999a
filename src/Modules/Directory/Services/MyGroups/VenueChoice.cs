using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>The places that groups can choose from, and new ones.</summary>
internal sealed class VenueChoice(PortalDbContext db, IPlaces places, AuditLog audit, TenantContext tenant, TimeProvider clock)
{
    /// <summary>Places in use, by name with their address, and the present one even where it is hidden.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> AllAsync(string? present, CancellationToken cancellationToken)
    {
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var venues = await db.Set<Venue>().AsNoTracking().Include(venue => venue.Texts).Where(venue => (venue.Published && !venue.IsConfidential) || venue.Id == present).ToListAsync(cancellationToken);
        return
        [
            .. venues.Select(venue => (venue.Id, Name: string.Join(", ", new[] { venue.Texts.Choose(chain).Title, Listings.AddressOf(venue) }.Where(words => words.Length > 0))))
                .OrderBy(venue => venue.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>
    /// Id of the place: the one of that name at that postcode where there is one, else a new one, saved with the next change. It is
    /// put on the map where the directory knows the postcode from its other places.
    /// </summary>
    public async Task<string> PutAsync(VenueDraft draft, CancellationToken cancellationToken)
    {
        var postcode = draft.Postcode.ToString();
        var same = await db.Set<Venue>().AsNoTracking().Include(venue => venue.Texts).Where(venue => venue.Postcode == postcode && venue.Published && venue.IsConfidential == draft.IsConfidential).ToListAsync(cancellationToken);
        if (same.Find(venue => venue.Texts.Exists(text => string.Equals(text.Title, draft.Name, StringComparison.OrdinalIgnoreCase))) is { } known) return known.Id;

        var point = (await places.FindAsync(postcode, cancellationToken))?.Point;
        var id = Ids.New(clock);
        var venue = new Venue
        {
            Id = id,
            Slug = Slugs.Of(draft.Name, id),
            Culture = draft.Culture,
            IsConfidential = draft.IsConfidential,
            AddressLine = draft.Address,
            Town = draft.Town,
            Postcode = postcode,
            Latitude = point?.Latitude,
            Longitude = point?.Longitude,
        };
        venue.Texts.Add(new VenueText { Id = id, VenueId = id, Culture = draft.Culture, VersionId = id, Title = draft.Name, Transport = draft.Transport });
        db.Add(venue);
        audit.Record("venue.added", "venue", id, after: draft with { });
        return id;
    }
}

/// <summary>A place as somebody typed it.</summary>
/// <param name="IsConfidential">See <see cref="Venue.IsConfidential"/>.</param>
internal sealed record VenueDraft(string Culture, string Name, string Address, string? Town, Postcode Postcode, string? Transport, bool IsConfidential = false);
