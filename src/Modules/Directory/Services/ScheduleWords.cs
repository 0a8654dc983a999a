using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Platform.Languages;

namespace Portal.Directory.Services;

/// <summary>Says a schedule the way people do, in the reader's language: "Tuesday 10 am, weekly", "First Tuesday of the month, 2 pm, term time only".</summary>
internal sealed class ScheduleWords(IStringLocalizer<DirectoryText> texts, IStringLocalizer<ScheduleText> own, DateWords dates)
{
    private static readonly string[] weekdays = ["MO", "TU", "WE", "TH", "FR"];

    /// <summary>All schedules of a listing in one line, with the hour they begin; null when there are none to come.</summary>
    public string? Line(IReadOnlyList<Schedule> schedules)
    {
        var parts = schedules
            .Where(schedule => (schedule.Frequency == Frequency.Once ? schedule.StartDate : schedule.EndDate) is not { } last || last >= dates.Today)
            .GroupBy(schedule => (schedule.Frequency, schedule.Interval, schedule.Start, schedule.TermTimeOnly, schedule.NotOnBankHolidays, Date: schedule.Frequency == Frequency.Once ? schedule.StartDate : null))
            .Select(group => Sentence(
                group.First() with
                {
                    ByDay = [.. group.SelectMany(schedule => schedule.ByDay).Distinct(StringComparer.Ordinal)],
                    ByMonthDay = [.. group.SelectMany(schedule => schedule.ByMonthDay).Distinct()],
                },
                dates.Time(group.Key.Start)))
            .ToList();
        return parts.Count == 0 ? null : Capital(string.Join("; ", parts));
    }

    /// <summary>One schedule with beginning and end, and the dates between which it holds.</summary>
    public string Whole(Schedule schedule)
    {
        var words = Sentence(schedule, dates.TimeSpan(schedule.Start, schedule.End));
        if (schedule.Frequency == Frequency.Once) return Capital(words);
        if (schedule.StartDate is { } start && start > dates.Today) words = texts["Schedule.From", words, dates.Date(start)];
        if (schedule.EndDate is { } end) words = texts["Schedule.Until", words, dates.Date(end)];
        return Capital(words);
    }

    /// <summary>One schedule with all its changes of single dates and why, for the history.</summary>
    public string InFull(Schedule schedule)
        => string.Join("; ", schedule.Changes.Select(change => Change(change) is var words && change.Reason is { } reason ? own["Change.Why", words, reason].Value : words).Prepend(Whole(schedule)));

    /// <summary>"Not on Tuesday 5 May", "Wednesday 6 May, 2 pm instead of Tuesday 5 May", "Also on Saturday 9 May".</summary>
    public string Change(DateChange change)
    {
        if (change.On is not { } on) return own["Change.Off", dates.Day(change.Off!.Value)];
        var meets = change.Start is { } start ? own["Rule.And", dates.Day(on), dates.TimeSpan(start, change.End)].Value : dates.Day(on);
        return change.Off is { } off ? own["Change.Moved", dates.Day(off), meets] : own["Change.Extra", meets];
    }

    /// <summary>"Next on Saturday 28 November, 7 pm": for a group that has dates and no rule.</summary>
    public string Next(NextDate date) => own["Line.Next", dates.Day(date.Date), dates.Time(date.Start)];

    private string Sentence(Schedule schedule, string time)
    {
        var words = Rhythm(schedule, time);
        if (schedule.Frequency == Frequency.Once) return words;
        if (schedule.TermTimeOnly) words = own["Rule.TermTime", words];
        return schedule.NotOnBankHolidays ? own["Rule.NotBankHolidays", words] : words;
    }

    private string Rhythm(Schedule schedule, string time) => schedule switch
    {
        { Frequency: Frequency.Once } => own["Rule.And", dates.Day(schedule.StartDate!.Value), time],
        { Frequency: Frequency.Monthly, Interval: 1 } => texts["Schedule.Monthly", DaysInWords(schedule), time],
        { Frequency: Frequency.Monthly } => own["Rule.And", texts["Schedule.Monthly", DaysInWords(schedule), time].Value, own.Count("Rule.EveryMonths", schedule.Interval).Value],
        { Interval: 1 } => texts["Schedule.Weekly", DaysInWords(schedule), time],
        { Interval: 2 } => texts["Schedule.Fortnightly", DaysInWords(schedule), time],
        _ => own["Rule.And", own["Rule.DayAndTime", DaysInWords(schedule), time].Value, own.Count("Rule.EveryWeeks", schedule.Interval).Value],
    };

    private string DaysInWords(Schedule schedule)
    {
        if (schedule.ByMonthDay.Count > 0) return texts.JoinAnd([.. schedule.ByMonthDay.OrderBy(day => day < 0 ? 100 + day : day).Select(DayOfMonth)]);
        var ordered = schedule.ByDay.OrderBy(day => Schedule.Days.ToList().IndexOf(day[^2..])).ToList();
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

    /// <summary>"15th of the month". English writes the ending of the number; other languages have one form for all.</summary>
    private string DayOfMonth(int day) => day switch
    {
        -1 => own["MonthDay.Last"],
        < 0 => own.Count("MonthDay.BeforeLast", -day - 1),
        1 or 21 or 31 => own["MonthDay.st", day],
        2 or 22 => own["MonthDay.nd", day],
        3 or 23 => own["MonthDay.rd", day],
        _ => own["MonthDay.th", day],
    };

    private static string Capital(string words)
        => words.Length == 0 ? words : words[..1].ToUpper(CultureInfo.CurrentCulture) + words[1..];
}
