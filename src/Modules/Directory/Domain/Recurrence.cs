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

    private static readonly Comparer<NextDate> byTime = Comparer<NextDate>.Create((a, b) => (a.Date, a.Start).CompareTo((b.Date, b.Start)));

    /// <summary>The next dates from a wall-clock time on, the nearest first; a meeting that has begun and not ended still counts.</summary>
    public static IReadOnlyList<NextDate> NextDates(IReadOnlyList<Schedule> schedules, DateTime now, int count, DateOnly? until = null, Holidays? holidays = null)
    {
        if (schedules.Count == 0) return [];
        var today = DateOnly.FromDateTime(now);
        var last = until ?? Farthest(today);
        var found = new SortedSet<NextDate>(byTime);
        foreach (var schedule in schedules)
        {
            var taken = 0;
            foreach (var date in DatesOf(schedule, today, last, holidays))
            {
                if (IsOver(date, now)) continue;
                found.Add(date);
                if (++taken == count) break;
            }
        }

        return [.. found.Take(count)];
    }

    /// <summary>The last date that is looked at from a day on.</summary>
    public static DateOnly Farthest(DateOnly today) => (LocalDate.FromDateOnly(today) + farthest).ToDateOnly();

    /// <summary>True for a meeting that has ended, or has begun where no end is known.</summary>
    public static bool IsOver(NextDate date, DateTime now) => date.Date.ToDateTime(date.End ?? date.Start) <= now;

    /// <summary>All dates of one schedule between two days, in order: by its rule, without those that are holidays or called off, with those added.</summary>
    public static IEnumerable<NextDate> DatesOf(Schedule schedule, DateOnly from, DateOnly to, Holidays? holidays = null)
    {
        var off = schedule.Changes.Select(change => change.Off).OfType<DateOnly>().ToHashSet();
        var added = new Queue<NextDate>(schedule.Changes.Where(change => change.On >= from && change.On <= to).Select(change => MeetingOf(schedule, change)).Order(byTime));
        foreach (var date in RuleDates(schedule, from, to))
        {
            if (off.Contains(date) || !Holds(schedule, date, holidays)) continue;
            while (added.TryPeek(out var before) && before.Date < date) yield return added.Dequeue();
            yield return new NextDate(date, schedule.Start, schedule.End);
        }

        while (added.TryDequeue(out var after)) yield return after;
    }

    /// <summary>The meeting that a change puts on another date, or adds.</summary>
    public static NextDate MeetingOf(Schedule schedule, DateChange change)
        => new(change.On!.Value, change.Start ?? schedule.Start, change.Start is null ? schedule.End : change.End);

    /// <summary>True where neither a bank holiday nor a school holiday keeps the group from meeting.</summary>
    public static bool Holds(Schedule schedule, DateOnly date, Holidays? holidays)
        => !(schedule.NotOnBankHolidays && (holidays ?? Holidays.ByRule).IsBankHoliday(date)) && !(schedule.TermTimeOnly && holidays?.IsTermTime(date) == false);

    /// <summary>The dates of the rule alone between two days, in order, holidays and changes left aside.</summary>
    public static IEnumerable<DateOnly> RuleDates(Schedule schedule, DateOnly from, DateOnly to)
    {
        var (first, last) = (LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(to));
        if (schedule.StartDate is { } start) first = LocalDate.Max(first, LocalDate.FromDateOnly(start));
        if (schedule.EndDate is { } end && schedule.Frequency != Frequency.Once) last = LocalDate.Min(last, LocalDate.FromDateOnly(end));
        var dates = schedule.Frequency switch
        {
            Frequency.Weekly => Weekly(schedule, first, last),
            Frequency.Monthly => Monthly(schedule, first, last),
            _ => schedule.StartDate is { } only ? [LocalDate.FromDateOnly(only)] : [],
        };
        return dates.Where(date => date >= first && date <= last).Select(date => date.ToDateOnly());
    }

    /// <summary>A wall-clock time in a zone as an instant. A time the clock skips becomes the one right after; of a time it shows twice, the first is meant.</summary>
    public static Instant InstantOf(DateOnly date, TimeOnly time, DateTimeZone zone)
        => zone.AtLeniently(LocalDate.FromDateOnly(date).At(LocalTime.FromTimeOnly(time))).ToInstant();

    private static IEnumerable<LocalDate> Weekly(Schedule schedule, LocalDate from, LocalDate to)
    {
        var days = schedule.ByDay.Select(IsoDay).Order().ToList();
        var monday = MondayOf(from);
        if (schedule is { Interval: > 1, StartDate: { } start })
            monday = monday.PlusWeeks(ToNext(Period.DaysBetween(MondayOf(LocalDate.FromDateOnly(start)), monday) / 7, schedule.Interval));

        for (; monday <= to; monday = monday.PlusWeeks(schedule.Interval))
        {
            foreach (var day in days) yield return monday.PlusDays((int)day - 1);
        }
    }

    private static IEnumerable<LocalDate> Monthly(Schedule schedule, LocalDate from, LocalDate to)
    {
        var month = FirstOfMonth(from);
        if (schedule is { Interval: > 1, StartDate: { } start })
            month = month.PlusMonths(ToNext(Period.Between(FirstOfMonth(LocalDate.FromDateOnly(start)), month, PeriodUnits.Months).Months, schedule.Interval));

        for (; month <= to; month = month.PlusMonths(schedule.Interval))
        {
            var dates = schedule.ByDay.Select(day => NthOf(month, day)).Concat(schedule.ByMonthDay.Select(day => DayOf(month, day)));
            foreach (var date in dates.OfType<LocalDate>().Distinct().Order()) yield return date;
        }
    }

    /// <summary>How many steps on the next multiple of the interval lies.</summary>
    private static int ToNext(int passed, int interval) => (interval - (passed % interval)) % interval;

    /// <summary>The first, third, last Tuesday of a month; null where a month has no fifth.</summary>
    private static LocalDate? NthOf(LocalDate firstOfMonth, string byDay)
    {
        var (nth, code) = Schedule.ReadDay(byDay)!.Value;
        var day = IsoDay(code);
        if (nth < 0) return firstOfMonth.PlusMonths(1).Previous(day);
        var date = firstOfMonth.With(DateAdjusters.NextOrSame(day)).PlusWeeks(nth - 1);
        return date.Month == firstOfMonth.Month ? date : null;
    }

    /// <summary>The 15th of a month, or its last day for -1; null where a month has no such day.</summary>
    private static LocalDate? DayOf(LocalDate firstOfMonth, int day)
    {
        var length = firstOfMonth.Calendar.GetDaysInMonth(firstOfMonth.Year, firstOfMonth.Month);
        var number = day > 0 ? day : length + day + 1;
        return number >= 1 && number <= length ? firstOfMonth.PlusDays(number - 1) : null;
    }

    private static LocalDate MondayOf(LocalDate date) => date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    private static LocalDate FirstOfMonth(LocalDate date) => new(date.Year, date.Month, 1);

    private static IsoDayOfWeek IsoDay(string code) => (IsoDayOfWeek)(Schedule.Days.ToList().IndexOf(code) + 1);
}
