using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>What cards need of a listing, in all its languages.</summary>
internal sealed record CardRow
{
    public required string Id { get; init; }

    public required string Slug { get; init; }

    public required string? VenueId { get; init; }

    public required IReadOnlyList<string> Attendance { get; init; }

    public required IReadOnlyList<string> AccessIds { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required Cost Cost { get; init; }

    public required int? CostPence { get; init; }

    public required Places Places { get; init; }

    public required DateOnly? FullUntil { get; init; }

    public required IReadOnlyList<Schedule> Schedules { get; init; }

    /// <summary>The dates of its own calendar; null when it has none.</summary>
    public IReadOnlyList<NextDate>? OwnDates { get; init; }

    public required DateOnly? BackOn { get; init; }

    public required string? ContactName { get; init; }

    public required string? ContactPhone { get; init; }

    public required string? ContactText { get; init; }

    public required string? ContactEmail { get; init; }

    public required DateOnly? AssuredOn { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required IReadOnlyList<CardText> Texts { get; init; }
}

/// <summary>What cards need of a listing in one language.</summary>
internal sealed record CardText(string Culture, string Title, string? Summary, string? PlacesNote);

/// <summary>
/// Reads what cards are made of, two queries at most however many are asked for. Rows stay with the tenant's profile until the
/// content changes, so a busy search page asks the database for its cards only once.
/// </summary>
internal sealed class CardReader(PortalDbContext db, TenantContext tenant)
{
    /// <summary>The listings of those ids that the public sees, and their venues.</summary>
    public async Task<(IReadOnlyList<CardRow> Rows, IReadOnlyDictionary<string, Venue> Venues)> ReadAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var kept = await tenant.Profile.GetOrReadAsync(() => Task.FromResult(new KeptCards()));
        var missing = ids.Where(id => !kept.Rows.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            kept.MakeRoom(missing.Count);
            foreach (var row in await ReadRowsAsync(missing, cancellationToken)) kept.Rows[row.Id] = row;
        }

        var rows = ids.Select(id => kept.Rows.GetValueOrDefault(id)).OfType<CardRow>().ToList();
        var missingVenues = rows.Select(row => row.VenueId).OfType<string>().Where(id => !kept.Venues.ContainsKey(id)).Distinct(StringComparer.Ordinal).ToList();
        if (missingVenues.Count > 0)
        {
            foreach (var venue in await db.Set<Venue>().AsNoTracking().Include(venue => venue.Texts).Where(venue => missingVenues.Contains(venue.Id)).ToListAsync(cancellationToken))
                kept.Venues[venue.Id] = venue.ForThePublic();
        }

        return (rows, kept.Venues);
    }

    private Task<List<CardRow>> ReadRowsAsync(List<string> ids, CancellationToken cancellationToken)
        => db.Set<Listing>().AsNoTracking().Where(listing => ids.Contains(listing.Id) && listing.Published).Select(listing => new CardRow
        {
            Id = listing.Id,
            Slug = listing.Slug,
            VenueId = listing.VenueId,
            Attendance = listing.Attendance,
            AccessIds = listing.AccessIds,
            Languages = listing.Languages,
            Cost = listing.Cost,
            CostPence = listing.CostPence,
            Places = listing.Places,
            FullUntil = listing.FullUntil,
            Schedules = listing.Schedules,
            OwnDates = db.Set<GroupCalendar>().Where(calendar => calendar.ListingId == listing.Id && calendar.ReadAt != null).Select(calendar => calendar.Dates).FirstOrDefault(),
            BackOn = listing.BackOn,
            ContactName = listing.ContactPrivate ? null : listing.ContactName,
            ContactPhone = listing.ContactPrivate ? null : listing.ContactPhone,
            ContactText = listing.ContactPrivate ? null : listing.ContactText,
            ContactEmail = listing.ContactPrivate ? null : listing.ContactEmail,
            AssuredOn = listing.AssuredOn,
            AddedAt = listing.AddedAt,
            Texts = listing.Texts.Select(text => new CardText(text.Culture, text.Title, text.Summary, text.PlacesNote)).ToList(),
        }).ToListAsync(cancellationToken);

    /// <summary>Rows read for one version of the content.</summary>
    private sealed class KeptCards
    {
        private const int Most = 3000;

        public ConcurrentDictionary<string, CardRow> Rows { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, Venue> Venues { get; } = new(StringComparer.Ordinal);

        public void MakeRoom(int coming)
        {
            if (Rows.Count + coming > Most) Rows.Clear();
        }
    }
}
