using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>What the index knows of when a listing takes place.</summary>
internal sealed class WhenFacets(PortalDbContext db, HolidayReader holidayReader, DateWords dates)
{
    /// <summary>Value of <see cref="ListingFacets.Day"/> for what takes place on a Saturday or a Sunday.</summary>
    public const string Weekend = "weekend";

    /// <summary>Dates that one schedule has in the index at most: more than a year of weeks, and eleven weeks of days.</summary>
    private const int MostDates = 80;

    private static readonly TimeOnly noon = new(12, 0);
    private static readonly TimeOnly evening = new(17, 0);

    private HashSet<string>? withCalendar;

    public async Task<IReadOnlyList<Facet>> OfAsync(Listing listing, CancellationToken cancellationToken)
    {
        var holidays = await holidayReader.ReadAsync(cancellationToken);
        var today = dates.Today;
        var from = SeasonalBreak.MeetsFrom(today.ToDateTime(TimeOnly.MinValue), listing.BackOn);
        if (await OwnDatesAsync(listing.Id, cancellationToken) is { } own) return [.. listing.Places == Places.Paused ? [] : OfOwn(own.Where(date => date.Date >= DateOnly.FromDateTime(from)).Take(MostDates))];
        var schedules = listing.Schedules.Where(schedule => !IsPast(schedule, today)).ToList();
        var days = schedules.SelectMany(DaysOf).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. FacetsOf(days),
            .. schedules.Select(schedule => new Facet(ListingFacets.Time, TimeOfDay(schedule.Start))).Distinct(),
            .. schedules.SelectMany(schedule => DaysOf(schedule).Select(day => SlotOf(day, schedule.Start))).Distinct(),
            .. listing.Places == Places.Paused ? [] : DatesOf(schedules, from, isOnBreak: SeasonalBreak.IsOn(listing.BackOn, today), holidays),
        ];
    }

    /// <summary>The value of a date in the index.</summary>
    public static Facet Of(DateOnly date) => new(ListingFacets.Date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The dates of the listing's own calendar, as saved or as about to be; null when it has none.</summary>
    private async Task<IReadOnlyList<NextDate>?> OwnDatesAsync(string listingId, CancellationToken cancellationToken)
    {
        if (Tracked(listingId) is { } entry)
            return entry.State == EntityState.Deleted || entry.Entity.ReadAt is null ? null : entry.Entity.Dates;
        withCalendar ??= (await db.Set<GroupCalendar>().Where(calendar => calendar.ReadAt != null).Select(calendar => calendar.ListingId).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return withCalendar.Contains(listingId)
            ? await db.Set<GroupCalendar>().AsNoTracking().Where(calendar => calendar.ListingId == listingId && calendar.ReadAt != null).Select(calendar => calendar.Dates).SingleOrDefaultAsync(cancellationToken)
            : null;
    }

    /// <summary>The calendar as the unit of work has it. By its key, and without looking for changes in all else: thousands of listings may be under way.</summary>
    private EntityEntry<GroupCalendar>? Tracked(string listingId)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return db.Set<GroupCalendar>().Local.FindEntry(listingId);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static IEnumerable<Facet> OfOwn(IEnumerable<NextDate> own)
    {
        var meetings = own.ToList();
        return FacetsOf(meetings.Select(date => Schedule.CodeOf(date.Date.DayOfWeek)))
            .Concat(meetings.Select(date => new Facet(ListingFacets.Time, TimeOfDay(date.Start))))
            .Concat(meetings.Select(date => SlotOf(Schedule.CodeOf(date.Date.DayOfWeek), date.Start)))
            .Concat(meetings.Select(date => Of(date.Date)))
            .Distinct();
    }

    private static IEnumerable<Facet> FacetsOf(IEnumerable<string> days)
        => days.SelectMany(day => day is "SA" or "SU" ? new[] { day, Weekend } : [day]).Distinct(StringComparer.Ordinal).Select(day => new Facet(ListingFacets.Day, day));

    /// <summary>What meets in every week, by its days; what does not, or will do so again only after a break, by its dates.</summary>
    private static IEnumerable<Facet> DatesOf(List<Schedule> schedules, DateTime from, bool isOnBreak, Holidays holidays)
    {
        var everyWeek = schedules.Where(schedule => schedule.IsEveryWeek && !isOnBreak).SelectMany(schedule => schedule.ByDay).Select(day => new Facet(ListingFacets.Date, day));
        var others = schedules.Where(schedule => !schedule.IsEveryWeek || isOnBreak).SelectMany(schedule => Recurrence.NextDates([schedule], from, MostDates, holidays: holidays));
        return everyWeek.Concat(others.Select(date => Of(date.Date))).Distinct();
    }

    private static bool IsPast(Schedule schedule, DateOnly today)
        => (schedule.Frequency == Frequency.Once ? schedule.StartDate : schedule.EndDate) < today && schedule.Changes.All(change => !(change.On >= today));

    private static IEnumerable<string> DaysOf(Schedule schedule)
        => schedule is { Frequency: Frequency.Once, StartDate: { } only } ? [Schedule.CodeOf(only.DayOfWeek)] : schedule.ByDay.Select(day => day[^2..]);

    private static Facet SlotOf(string day, TimeOnly start) => new(ListingFacets.Slot, $"{day}-{TimeOfDay(start)}");

    private static string TimeOfDay(TimeOnly start) => start < noon ? "morning" : start < evening ? "afternoon" : "evening";
}
