using System.Globalization;
using Portal.Directory.Domain;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>One row of the form that asks when a group meets: as typed.</summary>
internal sealed class MeetingRow
{
    public const string Weekly = "weekly";
    public const string Fortnightly = "fortnightly";
    public const string OnDate = "date";
    public const string Once = "once";

    /// <summary>Ticked in <see cref="OnlyWhen"/>.</summary>
    public const string TermTime = "term", NotBankHolidays = "bank";

    /// <summary>How often: every week, every second, the number of the week in the month (-1 for the last), a date of the month, or once.</summary>
    public static IReadOnlyList<string> Rhythms { get; } = [Weekly, Fortnightly, "1", "2", "3", "4", "5", "-1", OnDate, Once];

    public string? Rhythm { get; set; } = Weekly;

    /// <summary>Codes of the days of the week.</summary>
    public string[] Days { get; set; } = [];

    /// <summary>Days of the month: "15", "1, 15", "last".</summary>
    public string? MonthDays { get; set; }

    public string? Start { get; set; }

    public string? End { get; set; }

    /// <summary>First possible date; the only one for a meeting that is once.</summary>
    public string? From { get; set; }

    /// <summary>Last possible date.</summary>
    public string? Until { get; set; }

    /// <summary>Every how many weeks or months, where it is not each.</summary>
    public string? Every { get; set; }

    /// <summary>What keeps it from meeting: <see cref="TermTime"/>, <see cref="NotBankHolidays"/>.</summary>
    public string[] OnlyWhen { get; set; } = [];

    /// <summary>Ticked to take the row out.</summary>
    public string[] Remove { get; set; } = [];

    /// <summary>True for a row that says nothing.</summary>
    public bool IsEmpty
        => Remove.Length > 0 || (Days.Length == 0 && new[] { Start, End, MonthDays, Rhythm == Once ? From : null }.All(string.IsNullOrWhiteSpace));

    /// <summary>True when something is said, or has to be, among the further questions of the row.</summary>
    public bool HasMore
        => Rhythm is Fortnightly or OnDate or Once || new[] { MonthDays, From, Until, Every }.Any(typed => !string.IsNullOrWhiteSpace(typed));

    /// <summary>The rows that show schedules; first and third Tuesday of a month take two.</summary>
    public static List<MeetingRow> Of(IReadOnlyList<Schedule> schedules)
        => [.. schedules.SelectMany(schedule => schedule.ByDay.Count == 0
            ? [Of(schedule, schedule.Frequency == Frequency.Once ? Once : OnDate, [])]
            : schedule.ByDay.GroupBy(day => Schedule.ReadDay(day)!.Value.Nth).Select(days => Of(schedule, RhythmOf(schedule, days.Key), [.. days.Select(day => day[^2..])])))];

    /// <summary>The schedules of rows that were read; those that differ only in the week of the month are one.</summary>
    public static IReadOnlyList<Schedule> Join(IEnumerable<Schedule> schedules)
        => [.. schedules
            .GroupBy(schedule => schedule is { Frequency: Frequency.Monthly, ByMonthDay.Count: 0 } ? schedule with { ByDay = [] } : schedule)
            .Select(same => same.First() with { ByDay = [.. same.SelectMany(schedule => schedule.ByDay).Distinct(StringComparer.Ordinal)] })];

    /// <summary>The schedule that was typed; null after telling what is wrong with which field.</summary>
    public Schedule? Read(Action<string, string> error)
    {
        var isRight = true;
        void Wrong(string field, string textKey)
        {
            isRight = false;
            error(field, textKey);
        }

        var days = Schedule.Days.Where(day => Days.Contains(day, StringComparer.Ordinal)).ToList();
        if (Rhythm is null || !Rhythms.Contains(Rhythm, StringComparer.Ordinal)) Wrong(nameof(Rhythm), "When.RhythmMissing");
        if (days.Count == 0 && Rhythm is not (OnDate or Once)) Wrong(nameof(Days), "When.DayMissing");
        var monthDays = Rhythm == OnDate ? ReadMonthDays(Wrong) : [];
        var start = TypedTime.Parse(Start);
        if (start is null) Wrong(nameof(Start), string.IsNullOrWhiteSpace(Start) ? "When.StartMissing" : "When.TimeUnclear");
        var end = TypedTime.Parse(End);
        if (end is null && !string.IsNullOrWhiteSpace(End)) Wrong(nameof(End), "When.TimeUnclear");
        var from = ReadDate(From, nameof(From), Wrong);
        var until = Rhythm == Once ? null : ReadDate(Until, nameof(Until), Wrong);
        var interval = ReadInterval(Wrong);
        if (string.IsNullOrWhiteSpace(From) && (interval > 1 || Rhythm == Once)) Wrong(nameof(From), Rhythm == Fortnightly ? "When.FromMissing" : "Form.FirstMissing");
        if (until < from) Wrong(nameof(Until), "When.UntilBeforeFrom");
        TimeOnly? ends = start is not null && end is not null ? end.After(start.Time) : null;
        if (ends <= start?.Time) Wrong(nameof(End), "When.EndBeforeStart");
        if (!isRight) return null;

        var frequency = Rhythm switch { Weekly or Fortnightly => Frequency.Weekly, Once => Frequency.Once, _ => Frequency.Monthly };
        return new Schedule
        {
            Frequency = frequency,
            Interval = interval,
            ByDay = Rhythm is OnDate or Once ? [] : frequency == Frequency.Monthly ? [.. days.Select(day => Rhythm + day)] : days,
            ByMonthDay = monthDays,
            Start = start!.Time,
            End = ends,
            StartDate = from,
            EndDate = until,
            TermTimeOnly = Rhythm != Once && OnlyWhen.Contains(TermTime, StringComparer.Ordinal),
            NotOnBankHolidays = Rhythm != Once && OnlyWhen.Contains(NotBankHolidays, StringComparer.Ordinal),
        };
    }

    private static MeetingRow Of(Schedule schedule, string rhythm, string[] days) => new()
    {
        Rhythm = rhythm,
        Days = days,
        MonthDays = schedule.ByMonthDay.Count == 0 ? null : TypedMonthDays.Write(schedule.ByMonthDay),
        Start = TypedTime.Write(schedule.Start),
        End = schedule.End is { } end ? TypedTime.Write(end) : null,
        From = WrittenDate.Write(schedule.StartDate),
        Until = schedule.Frequency == Frequency.Once ? null : WrittenDate.Write(schedule.EndDate),
        Every = schedule.Interval == 1 || rhythm == Fortnightly ? null : schedule.Interval.ToString(CultureInfo.InvariantCulture),
        OnlyWhen = [.. new[] { schedule.TermTimeOnly ? TermTime : null, schedule.NotOnBankHolidays ? NotBankHolidays : null }.OfType<string>()],
    };

    private static string RhythmOf(Schedule schedule, int nth)
        => schedule.Frequency == Frequency.Monthly ? nth.ToString(CultureInfo.InvariantCulture) : schedule.Interval == 2 ? Fortnightly : Weekly;

    private int ReadInterval(Action<string, string> wrong)
    {
        if (Rhythm == Once) return 1;
        var otherwise = Rhythm == Fortnightly ? 2 : 1;
        if (string.IsNullOrWhiteSpace(Every) || Rhythm == Fortnightly) return otherwise;
        if (int.TryParse(PlainDigits.In(Every).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every is >= 1 and <= Schedule.LongestInterval) return every;
        wrong(nameof(Every), "Form.EveryUnclear");
        return otherwise;
    }

    private IReadOnlyList<int> ReadMonthDays(Action<string, string> wrong)
    {
        if (TypedMonthDays.Parse(MonthDays) is { } days) return days;
        wrong(nameof(MonthDays), "Form.MonthDayUnclear");
        return [];
    }

    private static DateOnly? ReadDate(string? typed, string field, Action<string, string> wrong)
    {
        var date = WrittenDate.Parse(typed);
        if (date is null && !string.IsNullOrWhiteSpace(typed)) wrong(field, "When.DateUnclear");
        return date;
    }
}
