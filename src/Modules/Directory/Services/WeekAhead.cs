using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>What happens on one day.</summary>
internal sealed record DayAhead(DateOnly Date, IReadOnlyList<MeetingAhead> Meetings);

/// <summary>A group that meets on that day.</summary>
internal sealed record MeetingAhead(NextDate When, ListingCard Card);

/// <summary>Picks a few groups that meet in the next seven days, freshly confirmed ones first, spread over the days.</summary>
internal sealed class WeekAhead(PortalDbContext db, IListings listings, DateWords dates, HolidayReader holidayReader, FreshnessReader freshness, TenantContext tenant)
{
    private const int Looked = 120;
    private const int PerDay = 2;
    private const int Shown = 8;

    public async Task<IReadOnlyList<DayAhead>> ReadAsync(CancellationToken cancellationToken)
    {
        var candidates = await tenant.Profile.GetOrReadAsync(() => ReadCandidatesAsync(cancellationToken));
        var holidays = await holidayReader.ReadAsync(cancellationToken);
        var (now, last) = (dates.Now, dates.Today.AddDays(6));
        var picked = candidates.All
            .SelectMany(candidate => Meetings.Next(candidate.OwnDates, candidate.Schedules, SeasonalBreak.MeetsFrom(now, candidate.BackOn), 1, holidays, last).Select(date => (candidate.Id, Date: date)))
            .GroupBy(meeting => meeting.Date.Date)
            .OrderBy(day => day.Key)
            .SelectMany(day => day.Take(PerDay))
            .Take(Shown)
            .ToList();
        var cards = await listings.CardsAsync([.. picked.Select(meeting => meeting.Id)], cancellationToken);
        return
        [
            .. picked.Where(meeting => cards.ContainsKey(meeting.Id)).GroupBy(meeting => meeting.Date.Date)
                .Select(day => new DayAhead(day.Key, [.. day.OrderBy(meeting => meeting.Date.Start).Select(meeting => new MeetingAhead(meeting.Date, cards[meeting.Id]))])),
        ];
    }

    private async Task<Candidates> ReadCandidatesAsync(CancellationToken cancellationToken)
    {
        var rule = await freshness.ReadAsync(cancellationToken);
        var oldest = rule.Today.AddDays(-rule.Settings.HideAfterDays);
        return new(await db.Set<Listing>().AsNoTracking()
            .Where(listing => listing.Published && listing.Places == Domain.Places.Open && listing.AssuredOn >= oldest)
            .OrderByDescending(listing => listing.AssuredOn).ThenBy(listing => listing.Id)
            .Take(Looked)
            .Select(listing => new Candidate(
                listing.Id, listing.Schedules, listing.BackOn,
                db.Set<GroupCalendar>().Where(calendar => calendar.ListingId == listing.Id && calendar.ReadAt != null).Select(calendar => calendar.Dates).FirstOrDefault()))
            .ToListAsync(cancellationToken));
    }

    private sealed record Candidate(string Id, IReadOnlyList<Schedule> Schedules, DateOnly? BackOn, IReadOnlyList<NextDate>? OwnDates);

    private sealed record Candidates(IReadOnlyList<Candidate> All);
}
