using NodaTime;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>Says as a schedule what an event repeats by. What no schedule can say becomes its next dates, one by one.</summary>
/// <param name="replacements">Events that stand for one date of a series, by the name of the series.</param>
internal sealed class SchedulesOfEvent(DateTimeZone zone, DateOnly today, ILookup<string, CalendarEvent> replacements)
{
    /// <summary>Single dates of a group that are taken, the nearest first.</summary>
    private const int MostDates = 12;

    /// <summary>Dates of a series gone through for those that fall out.</summary>
    private const int MostMeetings = 2000;

    private readonly CalendarBudget budget = new();

    /// <summary>The schedules of a group; nothing when all of it is over.</summary>
    public IReadOnlyList<Schedule> Of(IEnumerable<CalendarEvent> events)
    {
        var (rules, dates) = (new List<Schedule>(), new List<Schedule>());
        foreach (var one in events)
        {
            if (RuleOf(one) is { } rule) rules.Add(rule);
            else dates.AddRange(DatesOf(one));
        }

        return
        [
            .. rules.Where(rule => rule.EndDate is not { } end || end >= today).Distinct().OrderBy(rule => rule.StartDate).ThenBy(rule => rule.Start),
            .. dates.Where(date => date.StartDate >= today).Distinct().OrderBy(date => date.StartDate).ThenBy(date => date.Start).Take(MostDates),
        ];
    }

    private Schedule? RuleOf(CalendarEvent series)
    {
        var (date, start) = Here(series.Start);

        // A day of the week is that of the series' own clock, which may be another here.
        if (series is not { Rule: { Months.Count: 0 } rule, Added.Count: 0 } || date != series.Start.Local.Date.ToDateOnly() || Rhythm(rule, date) is not { } rhythm) return null;
        var schedule = rhythm with { Start = start, End = EndOf(series), StartDate = date, EndDate = LastOf(series, rule), Changes = ChangesOf(series) };
        return schedule.Problem() is null ? schedule : null;
    }

    /// <summary>Days and interval of a rule; null when a schedule cannot say them.</summary>
    private static Schedule? Rhythm(CalendarRule rule, DateOnly date)
    {
        var days = rule.Days.Select(day => Code(day.Day)).ToList();
        var weekday = Schedule.CodeOf(date.DayOfWeek);
        var weekly = new Schedule { Frequency = Frequency.Weekly, Interval = rule.Interval, Start = default };
        var monthly = weekly with { Frequency = Frequency.Monthly };
        return rule switch
        {
            { Frequency: "DAILY", Interval: 1, MonthDays.Count: 0, Places.Count: 0 } => weekly with { ByDay = days.Count > 0 ? days : Schedule.Days },
            { Frequency: "WEEKLY", MonthDays.Count: 0, Places.Count: 0 } => weekly with { ByDay = days.Count > 0 ? days : [weekday] },
            { Frequency: "MONTHLY", Days.Count: 0, Places.Count: 0 } => monthly with { ByMonthDay = rule.MonthDays.Count > 0 ? rule.MonthDays : [date.Day] },
            { Frequency: "MONTHLY", MonthDays.Count: 0, Places.Count: 0 } when rule.Days.All(day => day.Nth != 0) => monthly with { ByDay = [.. rule.Days.Select(day => Nth(day.Nth) + Code(day.Day))] },
            { Frequency: "MONTHLY", MonthDays.Count: 0, Places: [var place], Days: [(0, var day)] } => monthly with { ByDay = [Nth(place) + Code(day)] },
            _ => null,
        };
    }

    private DateOnly? LastOf(CalendarEvent series, CalendarRule rule)
    {
        if (rule.Count is { } count)
        {
            var all = rule.Times(series.Start, series.Start.Local.Date, LocalDate.FromDateOnly(today).PlusYears(2), budget).Take(count).ToList();
            return all.Count < count ? null : Here(series.Start.At(all[^1])).Date;
        }

        return rule.Until is not { } until ? null : until.IsWholeDay ? until.Local.Date.ToDateOnly() : Here(until).Date;
    }

    /// <summary>Dates that fall out and dates that were moved, since the beginning of last year: so a file says the same from one day to the next.</summary>
    private IReadOnlyList<DateChange> ChangesOf(CalendarEvent series)
    {
        var (since, until) = (new LocalDate(today.Year - 1, 1, 1), new LocalDate(today.Year + 2, 12, 31));
        var moved = replacements[series.Uid].Select(single => (Off: Here(single.Replaces!.Value).Date, Single: single)).Where(one => one.Off >= since.ToDateOnly()).DistinctBy(one => one.Off).ToList();
        var off = series.Rule!.Times(series.Start, since, until, budget).Take(MostMeetings).Select(series.Start.At).Where(time => time.Local.Date >= since && series.Removed.Contains(time)).Select(time => Here(time).Date).Except(moved.Select(one => one.Off)).Select(date => new DateChange { Off = date });
        return [.. off.Concat(moved.Select(one => Moved(one.Off, one.Single))).OrderBy(change => change.Off)];
    }

    private DateChange Moved(DateOnly off, CalendarEvent single)
    {
        var (date, start) = Here(single.Start);
        return single.IsCancelled ? new DateChange { Off = off } : new DateChange { Off = off, On = date, Start = start, End = EndOf(single) };
    }

    private IEnumerable<Schedule> DatesOf(CalendarEvent one)
    {
        var from = LocalDate.FromDateOnly(today);
        var replaced = new NamedMoments(replacements[one.Uid].Select(single => single.Replaces!.Value));
        foreach (var time in one.Times(from, from.PlusYears(1), budget).Where(time => !replaced.Contains(time)).SkipWhile(time => time.Local.Date < from.PlusDays(-1)).Take(MostDates + 1)) yield return OnceAt(time, one);
        foreach (var single in replacements[one.Uid].Where(single => !single.IsCancelled)) yield return OnceAt(single.Start, single);
    }

    private Schedule OnceAt(CalendarMoment time, CalendarEvent one)
    {
        var (date, start) = Here(time);
        return new Schedule { Frequency = Frequency.Once, StartDate = date, Start = start, End = EndOf(one) };
    }

    /// <summary>When it ends on the tenant's clock; null when no end is said, or it is another day by then.</summary>
    private TimeOnly? EndOf(CalendarEvent one)
    {
        if (one.Length is not { } length) return null;
        var (begins, ends) = (one.Start.Instant.InZone(zone).LocalDateTime, (one.Start.Instant + length).InZone(zone).LocalDateTime);
        return ends.Date == begins.Date && ends > begins ? ends.TimeOfDay.ToTimeOnly() : null;
    }

    private (DateOnly Date, TimeOnly Start) Here(CalendarMoment moment)
    {
        var local = moment.IsWholeDay ? moment.Local : moment.Instant.InZone(zone).LocalDateTime;
        return (local.Date.ToDateOnly(), local.TimeOfDay.ToTimeOnly());
    }

    private static string Code(IsoDayOfWeek day) => Schedule.Days[(int)day - 1];

    private static string Nth(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
