using System.Globalization;
using NodaTime;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>
/// A rule by which an event repeats: daily to yearly, by day, day of the month, month and place in the set. Format: RFC 5545, section
/// 3.3.10; what repeats by the hour or by the week of the year is not known.
/// </summary>
internal sealed record CalendarRule
{
    public required string Frequency { get; init; }

    public int Interval { get; init; } = 1;

    public int? Count { get; init; }

    public CalendarMoment? Until { get; init; }

    public IReadOnlyList<(int Nth, IsoDayOfWeek Day)> Days { get; init; } = [];

    public IReadOnlyList<int> MonthDays { get; init; } = [];

    public IReadOnlyList<int> Months { get; init; } = [];

    public IReadOnlyList<int> Places { get; init; } = [];

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>The rule; null when it is none or says something we do not know.</summary>
    public static CalendarRule? Parse(string value, DateTimeZone zone)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) return null;
            parts[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }

        if (parts.GetValueOrDefault("FREQ")?.ToUpperInvariant() is not ("DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY") || parts.ContainsKey("BYWEEKNO") || parts.ContainsKey("BYYEARDAY")) return null;
        if (Numbers(parts, "INTERVAL", 1, 1000) is not { } interval || Numbers(parts, "COUNT", 1, 100_000) is not { } count || Numbers(parts, "BYMONTHDAY", -31, 31) is not { } monthDays
            || Numbers(parts, "BYMONTH", 1, 12) is not { } months || Numbers(parts, "BYSETPOS", -366, 366) is not { } places || ReadDays(parts.GetValueOrDefault("BYDAY") ?? "") is not { } days) return null;
        CalendarMoment? until = null;
        if (parts.TryGetValue("UNTIL", out var typed) && (until = CalendarTimes.Parse(typed, zone)) is null) return null;
        return new CalendarRule
        {
            Frequency = parts["FREQ"].ToUpperInvariant(),
            Interval = interval.Count > 0 ? interval[0] : 1,
            Count = count.Count > 0 ? count[0] : null,
            Until = until,
            Days = days,
            MonthDays = monthDays,
            Months = months,
            Places = places,
            WeekStart = ReadDays(parts.GetValueOrDefault("WKST") ?? "MO") is [var start, ..] ? start.Day : IsoDayOfWeek.Monday,
        };
    }

    /// <summary>The wall-clock times of an event that begins at <paramref name="start"/>, in order, from one day to another; some before may be among them.</summary>
    public IEnumerable<LocalDateTime> Times(CalendarMoment start, LocalDate from, LocalDate last, CalendarBudget budget)
    {
        var counted = 0;
        foreach (var date in Dates(start.Local.Date, from, last, budget))
        {
            var time = date.At(start.Local.TimeOfDay);
            if (Until is { } until && (until.IsWholeDay ? date > until.Local.Date : start.At(time).Instant > until.Instant)) yield break;
            if (Count is { } count && counted++ >= count) yield break;
            yield return time;
        }
    }

    private IEnumerable<LocalDate> Dates(LocalDate first, LocalDate from, LocalDate last, CalendarBudget budget)
    {
        // The first date counts even where the rule does not give it.
        if (first <= last) yield return first;
        var period = PeriodOf(first);
        // What is long past need not be gone through, unless it is counted.
        if (Count is null && from > period) period = Next(period, Periods(period, from) / Interval);
        for (; period <= last && budget.Take(); period = Next(period, 1))
        {
            var set = SetOf(period, first).Distinct().Order().ToList();
            if (Places.Count > 0) set = [.. Places.Select(place => place > 0 ? set.ElementAtOrDefault(place - 1) : set.Count + place >= 0 ? set[set.Count + place] : default).Where(date => date != default).Distinct().Order()];
            foreach (var date in set)
            {
                if (date > last) yield break;
                if (date > first) yield return date;
            }
        }
    }

    private LocalDate PeriodOf(LocalDate date) => Frequency switch
    {
        "WEEKLY" => date.With(DateAdjusters.PreviousOrSame(WeekStart)),
        "MONTHLY" => new LocalDate(date.Year, date.Month, 1),
        "YEARLY" => new LocalDate(date.Year, 1, 1),
        _ => date,
    };

    private LocalDate Next(LocalDate period, int steps) => Frequency switch
    {
        "WEEKLY" => period.PlusWeeks(Interval * steps),
        "MONTHLY" => period.PlusMonths(Interval * steps),
        "YEARLY" => period.PlusYears(Interval * steps),
        _ => period.PlusDays(Interval * steps),
    };

    private int Periods(LocalDate first, LocalDate then) => Frequency switch
    {
        "WEEKLY" => Period.DaysBetween(first, then) / 7,
        "MONTHLY" => Period.Between(first, then, PeriodUnits.Months).Months,
        "YEARLY" => then.Year - first.Year,
        _ => Period.DaysBetween(first, then),
    };

    /// <summary>The dates of one day, week, month or year.</summary>
    private IEnumerable<LocalDate> SetOf(LocalDate period, LocalDate first) => Frequency switch
    {
        "DAILY" => IsMonth(period) && (MonthDays.Count == 0 || DaysOfMonth(period).Contains(period)) && (Days.Count == 0 || Days.Any(day => day.Day == period.DayOfWeek)) ? [period] : [],
        "WEEKLY" => Enumerable.Range(0, 7).Select(day => period.PlusDays(day)).Where(date => IsMonth(date) && (Days.Count == 0 ? date.DayOfWeek == first.DayOfWeek : Days.Any(day => day.Day == date.DayOfWeek))),
        "MONTHLY" => IsMonth(period) ? InMonth(period, first) : [],
        _ => Days.Count > 0 && Months.Count == 0 && MonthDays.Count == 0
            ? Nth(period, period.PlusYears(1).PlusDays(-1))
            : (Months.Count > 0 ? Months : [first.Month]).SelectMany(month => InMonth(new LocalDate(period.Year, month, 1), first)),
    };

    private IEnumerable<LocalDate> InMonth(LocalDate month, LocalDate first)
    {
        if (MonthDays.Count > 0) return DaysOfMonth(month).Where(date => Days.Count == 0 || Days.Any(day => day.Day == date.DayOfWeek));
        if (Days.Count > 0) return Nth(month, month.PlusMonths(1).PlusDays(-1));
        return first.Day <= LengthOf(month) ? [new LocalDate(month.Year, month.Month, first.Day)] : [];
    }

    /// <summary>The days asked for between two dates: all Tuesdays, or the second, or the last.</summary>
    private IEnumerable<LocalDate> Nth(LocalDate from, LocalDate to)
    {
        foreach (var (nth, day) in Days)
        {
            var all = new List<LocalDate>();
            for (var date = from.With(DateAdjusters.NextOrSame(day)); date <= to; date = date.PlusWeeks(1)) all.Add(date);
            if (nth == 0) foreach (var date in all) yield return date;
            else if (nth > 0 && nth <= all.Count) yield return all[nth - 1];
            else if (nth < 0 && -nth <= all.Count) yield return all[all.Count + nth];
        }
    }

    private IEnumerable<LocalDate> DaysOfMonth(LocalDate date)
    {
        var length = LengthOf(date);
        return MonthDays.Select(day => day > 0 ? day : length + day + 1).Where(day => day >= 1 && day <= length).Select(day => new LocalDate(date.Year, date.Month, day));
    }

    private bool IsMonth(LocalDate date) => Months.Count == 0 || Months.Contains(date.Month);

    private static int LengthOf(LocalDate month) => CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);

    private static List<int>? Numbers(Dictionary<string, string> parts, string name, int least, int most)
    {
        var numbers = new List<int>();
        if (!parts.TryGetValue(name, out var values)) return numbers;
        foreach (var value in values.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number == 0 || number < least || number > most) return null;
            numbers.Add(number);
        }

        return numbers;
    }

    private static List<(int Nth, IsoDayOfWeek Day)>? ReadDays(string values)
    {
        var days = new List<(int, IsoDayOfWeek)>();
        foreach (var value in values.ToUpperInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (value.Length < 2 || Schedule.Days.ToList().IndexOf(value[^2..]) is not (>= 0 and var day)) return null;
            var nth = 0;
            if (value.Length > 2 && (!int.TryParse(value[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out nth) || nth is 0 or < -53 or > 53)) return null;
            days.Add((nth, (IsoDayOfWeek)(day + 1)));
        }

        return days;
    }
}
