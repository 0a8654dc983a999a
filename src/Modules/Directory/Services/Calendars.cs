using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>Makes calendar files of groups, in the reader's language. A fixed number of queries, however many groups there are.</summary>
internal sealed class Calendars(PortalDbContext db, HolidayReader holidayReader, DateWords dates, TenantContext tenant, SiteAddresses addresses, TimeProvider clock)
{
    /// <summary>Groups in one file at most.</summary>
    public const int Most = 50;

    /// <summary>The calendar of the public listings among those that have one of the ids or slugs, in that order; null when there is none.</summary>
    /// <param name="name">Name of the calendar; null for that of the only group.</param>
    public async Task<string?> WriteAsync(IReadOnlyCollection<string> idsOrSlugs, string? name, CancellationToken cancellationToken)
    {
        var asked = idsOrSlugs.Distinct(StringComparer.Ordinal).Take(Most).ToList();
        var found = await db.Set<Listing>().AsNoTracking().Include(listing => listing.Texts)
            .Where(listing => listing.Published && (asked.Contains(listing.Id) || asked.Contains(listing.Slug)))
            .ToListAsync(cancellationToken);
        if (found.Count == 0) return null;
        var venueIds = found.Select(listing => listing.VenueId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var venues = await db.Set<Venue>().AsNoTracking().Include(venue => venue.Texts).Where(venue => venueIds.Contains(venue.Id)).ToDictionaryAsync(venue => venue.Id, StringComparer.Ordinal, cancellationToken);
        var listingIds = found.Select(listing => listing.Id).ToList();
        var ownDates = await db.Set<GroupCalendar>().AsNoTracking().Where(calendar => listingIds.Contains(calendar.ListingId) && calendar.ReadAt != null)
            .ToDictionaryAsync(calendar => calendar.ListingId, calendar => calendar.Dates, StringComparer.Ordinal, cancellationToken);
        var groups = found.OrderBy(listing => Math.Max(asked.IndexOf(listing.Id), asked.IndexOf(listing.Slug)))
            .Select(listing => Of(listing, listing.VenueId is { } id ? venues.GetValueOrDefault(id) : null, ownDates.GetValueOrDefault(listing.Id))).ToList();
        var file = new CalendarFile(DateTimeZoneProviders.Tzdb[tenant.Settings.TimeZone], dates.Today, clock.GetUtcNow(), await holidayReader.ReadAsync(cancellationToken));
        return file.Write(name ?? groups[0].Title, groups);
    }

    private CalendarGroup Of(Listing listing, Venue? venue, IReadOnlyList<NextDate>? ownDates)
    {
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var facts = listing.Facts.ForThePublic();
        return new CalendarGroup
        {
            Id = listing.Id,
            Revision = listing.Revision,
            Title = listing.Texts.Choose(chain).Title,
            Description = string.Join('\n', new[] { listing.Texts.Find(chain, words => words.Summary)?.Text, facts.ContactPhone ?? facts.ContactText ?? facts.ContactEmail }.OfType<string>()),
            Place = venue is not { IsConfidential: false } ? null : $"{venue.Texts.Choose(chain).Title}, {Listings.AddressOf(venue)}",
            Address = addresses.Absolute("/groups/" + listing.Slug),
            Schedules = listing.Places == Places.Paused ? [] : listing.Schedules,
            BackOn = listing.BackOn,
            OwnDates = ownDates is null ? null : listing.Places == Places.Paused ? [] : [.. ownDates.Where(date => date.Date >= dates.Today)],
        };
    }
}
