using NodaTime;
using Portal.Directory.Contracts;

namespace Portal.Directory.Domain;

/// <summary>
/// Works out the dates of schedules. Groups meet by the clock on the wall, so days are counted in the calendar and the clock
/// going forward or back moves nothing.
/// </summary>
internal static class Recurrence
{
    /// <summary>A group whose next date is further off is not meeting for now.</summary>
    private static readonly Period farthest = Period.FromMonths(14);

    /// <summary>The next dates from a wall-clock time on, the nearest first; a meeting that has begun and not ended still counts.</summary>
    public static IReadOnlyList<NextDate> NextDates(IReadOnlyList<Schedule> schedules, DateTime now, int count, DateOnly? until = null)
    {
        if (schedules.Count == 0) return [];
        var today = LocalDate.FromDateTime(now);
        var last = until is { } limit ? LocalDate.FromDateOnly(limit) : today + farthest;
        var found = new SortedSet<NextDate>(Comparer<NextDate>.Create((a, b) => (a.Date, a.Start).CompareTo((b.Date, b.Start))));
        foreach (var schedule in schedules)
        {
            var taken = 0;
            foreach (var date in DatesOf(schedule, today, last))
            {
                if (date == today && (schedule.End ?? schedule.Start) <= TimeOnly.FromDateTime(now)) continue;
                found.Add(new NextDate(date.ToDateOnly(), schedule.Start, schedule.End));
                if (++taken == count) break;
            }
        }

        return [.. found.Take(count)];
    }

    /// <summary>A wall-clock time in a zone as an instant. A time the clock skips becomes the one right after; of a time it shows twice, the first is meant.</summary>
    public static Instant InstantOf(DateOnly date, TimeOnly time, DateTimeZone zone)
        => zone.AtLeniently(LocalDate.FromDateOnly(date).At(LocalTime.FromTimeOnly(time))).ToInstant();

    private static IEnumerable<LocalDate> DatesOf(Schedule schedule, LocalDate from, LocalDate to)
    {
        if (schedule.StartDate is { } start) from = LocalDate.Max(from, LocalDate.FromDateOnly(start));
        if (schedule.EndDate is { } end) to = LocalDate.Min(to, LocalDate.FromDateOnly(end));
        return schedule.Frequency == Frequency.Weekly ? Weekly(schedule, from, to) : Monthly(schedule, from, to);
    }

    private static IEnumerable<LocalDate> Weekly(Schedule schedule, LocalDate from, LocalDate to)
    {
        var days = schedule.ByDay.Select(day => IsoDay(day)).Order().ToList();
        var monday = MondayOf(from);
        if (schedule.Interval > 1)
        {
            var weeks = Period.Between(MondayOf(LocalDate.FromDateOnly(schedule.StartDate!.Value)), monday, PeriodUnits.Weeks).Weeks;
            monday = monday.PlusWeeks((int)((schedule.Interval - (weeks % schedule.Interval)) % schedule.Interval));
        }

        for (; monday <= to; monday = monday.PlusWeeks(schedule.Interval))
        {
            foreach (var day in days)
            {
                var date = monday.PlusDays((int)day - 1);
                if (date >= from && date <= to) yield return date;
            }
        }
    }

    private static IEnumerable<LocalDate> Monthly(Schedule schedule, LocalDate from, LocalDate to)
    {
        for (var month = new LocalDate(from.Year, from.Month, 1); month <= to; month = month.PlusMonths(1))
        {
            foreach (var date in schedule.ByDay.Select(day => NthOf(month, day)).OfType<LocalDate?>().Order())
            {
                if (date is { } day && day >= from && day <= to) yield return day;
            }
        }
    }

    /// <summary>The first, third, last Tuesday of a month; null where a month has no fifth.</summary>
    private static LocalDate? NthOf(LocalDate firstOfMonth, string byDay)
    {
        var (nth, code) = Schedule.ReadDay(byDay)!.Value;
        var day = IsoDay(code);
        if (nth < 0) return firstOfMonth.PlusMonths(1).Previous(day);
        var date = firstOfMonth.With(DateAdjusters.NextOrSame(day)).PlusWeeks(nth - 1);
        return date.Month == firstOfMonth.Month ? date : null;
    }

    private static LocalDate MondayOf(LocalDate date) => date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private static IsoDayOfWeek IsoDay(string code) => (IsoDayOfWeek)(Schedule.Days.ToList().IndexOf(code) + 1);
}
