using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Says a schedule the way people do, in the reader's language: "Tuesday 10 am, weekly", "First Tuesday of the month, 2 pm".</summary>
internal sealed class ScheduleWords(IStringLocalizer<DirectoryText> texts, DateWords dates)
{
    private static readonly string[] weekdays = ["MO", "TU", "WE", "TH", "FR"];

    /// <summary>All schedules of a listing in one line, with the hour they begin; null when there are none.</summary>
    public string? Line(IReadOnlyList<Schedule> schedules)
    {
        if (schedules.Count == 0) return null;
        var parts = schedules
            .GroupBy(schedule => (schedule.Frequency, schedule.Interval, schedule.Start))
            .Select(group => Sentence(group.First(), [.. group.SelectMany(schedule => schedule.ByDay).Distinct(StringComparer.Ordinal)], dates.Time(group.Key.Start)));
        return Capital(string.Join("; ", parts));
    }

    /// <summary>One schedule with beginning and end, and the dates between which it holds.</summary>
    public string Whole(Schedule schedule)
    {
        var words = Sentence(schedule, schedule.ByDay, dates.TimeSpan(schedule.Start, schedule.End));
        if (schedule.StartDate is { } start && start > dates.Today) words = texts["Schedule.From", words, dates.Date(start)];
        if (schedule.EndDate is { } end) words = texts["Schedule.Until", words, dates.Date(end)];
        return Capital(words);
    }

    private string Sentence(Schedule schedule, IReadOnlyList<string> days, string time)
        => texts[schedule switch { { Frequency: Frequency.Monthly } => "Schedule.Monthly", { Interval: 2 } => "Schedule.Fortnightly", _ => "Schedule.Weekly" }, DaysInWords(days), time];

    private string DaysInWords(IReadOnlyList<string> days)
    {
        var ordered = days.OrderBy(day => Schedule.Days.ToList().IndexOf(day[^2..])).ToList();
        if (ordered.SequenceEqual(Schedule.Days, StringComparer.Ordinal)) return texts["Days.EveryDay"];
        if (ordered.SequenceEqual(weekdays, StringComparer.Ordinal)) return texts["Days.Weekdays"];
        return texts.JoinAnd([.. ordered.Select(DayInWords)]);
    }

    private string DayInWords(string byDay)
    {
        var (nth, code) = Schedule.ReadDay(byDay)!.Value;
        var name = DateWords.DayName(Schedule.DayOfWeekOf(code));

        // In some languages the number agrees with the day: pierwszy wtorek, pierwsza środa.
        return nth == 0 ? name : texts[$"Nth.{nth.ToString(CultureInfo.InvariantCulture)}.{texts[$"Day.{code}.Form"].Value}", name];
    }

    private static string Capital(string words)
        => words.Length == 0 ? words : words[..1].ToUpper(CultureInfo.CurrentCulture) + words[1..];
}
