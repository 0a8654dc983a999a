using System.Globalization;
using Portal.Directory.Domain;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>One row of the form that asks when a group meets: as typed.</summary>
internal sealed class MeetingRow
{
    public const string Weekly = "weekly";
    public const string Fortnightly = "fortnightly";

    /// <summary>How often: every week, every second, or the number of the week in the month (-1 for the last).</summary>
    public static IReadOnlyList<string> Rhythms { get; } = [Weekly, Fortnightly, "1", "2", "3", "4", "5", "-1"];

    public string? Rhythm { get; set; } = Weekly;

    /// <summary>Codes of the days of the week.</summary>
    public string[] Days { get; set; } = [];

    public string? Start { get; set; }

    public string? End { get; set; }

    /// <summary>First possible date.</summary>
    public string? From { get; set; }

    /// <summary>Last possible date.</summary>
    public string? Until { get; set; }

    /// <summary>Ticked to take the row out.</summary>
    public string[] Remove { get; set; } = [];

    /// <summary>True for a row that says nothing.</summary>
    public bool IsEmpty => Remove.Length > 0 || (Days.Length == 0 && string.IsNullOrWhiteSpace(Start) && string.IsNullOrWhiteSpace(End));

    /// <summary>The rows that show schedules; first and third Tuesday of a month take two.</summary>
    public static List<MeetingRow> Of(IReadOnlyList<Schedule> schedules)
        => [.. schedules.SelectMany(schedule => schedule.ByDay.GroupBy(day => Schedule.ReadDay(day)!.Value.Nth).Select(days => new MeetingRow
        {
            Rhythm = schedule.Frequency == Frequency.Monthly ? days.Key.ToString(CultureInfo.InvariantCulture) : schedule.Interval == 2 ? Fortnightly : Weekly,
            Days = [.. days.Select(day => day[^2..])],
            Start = Write(schedule.Start),
            End = schedule.End is { } end ? Write(end) : null,
            From = TypedDate.Write(schedule.StartDate),
            Until = TypedDate.Write(schedule.EndDate),
        }))];

    /// <summary>The schedules of rows that were read; those that differ only in the week of the month are one.</summary>
    public static IReadOnlyList<Schedule> Join(IEnumerable<Schedule> schedules)
        => [.. schedules
            .GroupBy(schedule => schedule.Frequency == Frequency.Monthly ? (object)(schedule.Start, schedule.End, schedule.StartDate, schedule.EndDate) : schedule)
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
        if (days.Count == 0) Wrong(nameof(Days), "When.DayMissing");
        var start = TypedTime.Parse(Start);
        if (start is null) Wrong(nameof(Start), string.IsNullOrWhiteSpace(Start) ? "When.StartMissing" : "When.TimeUnclear");
        var end = TypedTime.Parse(End);
        if (end is null && !string.IsNullOrWhiteSpace(End)) Wrong(nameof(End), "When.TimeUnclear");
        var from = ReadDate(From, nameof(From), Wrong);
        var until = ReadDate(Until, nameof(Until), Wrong);
        if (Rhythm == Fortnightly && string.IsNullOrWhiteSpace(From)) Wrong(nameof(From), "When.FromMissing");
        if (until < from) Wrong(nameof(Until), "When.UntilBeforeFrom");
        TimeOnly? ends = start is not null && end is not null ? end.After(start.Time) : null;
        if (ends <= start?.Time) Wrong(nameof(End), "When.EndBeforeStart");
        if (!isRight) return null;

        var isMonthly = Rhythm is not (Weekly or Fortnightly);
        return new Schedule
        {
            Frequency = isMonthly ? Frequency.Monthly : Frequency.Weekly,
            Interval = Rhythm == Fortnightly ? 2 : 1,
            ByDay = isMonthly ? [.. days.Select(day => Rhythm + day)] : days,
            Start = start!.Time,
            End = ends,
            StartDate = from,
            EndDate = until,
        };
    }

    private static DateOnly? ReadDate(string? typed, string field, Action<string, string> wrong)
    {
        var date = TypedDate.Parse(typed);
        if (date is null && !string.IsNullOrWhiteSpace(typed)) wrong(field, "When.DateUnclear");
        return date;
    }

    private static string Write(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
