using System.Globalization;
using Portal.Directory.Contracts;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Reads one schedule of a feed: RFC 5545 in fields of its own, or nothing but words.</summary>
internal static class OrukSchedule
{
    private static readonly string[] days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public static void Put(FeedNode schedule, Draft draft)
    {
        var words = schedule.Self ?? schedule.Text("description");
        var (freq, byDay) = (schedule.Text("freq", "frequency")?.ToUpperInvariant(), Days(schedule.Text("byday", "by_day", "weekday", "day")));
        var first = Date(schedule.Text("dtstart"), draft);
        var from = Date(schedule.Text("valid_from"), draft) ?? first;
        var start = FeedDates.Time(schedule.Text("opens_at", "start_time", "opens"));
        if (start is { } begins && Read(schedule, draft, freq, byDay, first, from, begins) is { } read)
        {
            draft.Schedules.Add(read);
        }
        else if (start is null && words is not null && draft.When is null && TypedValues.Meetings(Prose.Line(words), from) is not null)
        {
            draft.When = words;
        }
        else if (words is not null || start is not null || byDay.Count > 0)
        {
            var said = words ?? string.Join(' ', new[] { freq, string.Join(',', byDay), schedule.Text("opens_at"), schedule.Text("closes_at") }.Where(part => !string.IsNullOrEmpty(part)));
            draft.Note(SheetFields.When, "WhenUnclear", Prose.Cut(Prose.Line(said) ?? "", 80));
            draft.ScheduleNote ??= said;
        }
    }

    /// <param name="first">Date of the first meeting, where the feed names it: it tells the day where nothing else does.</param>
    /// <param name="from">First date on which the schedule holds.</param>
    private static ScheduleFacts? Read(FeedNode schedule, Draft draft, string? freq, IReadOnlyList<string> byDay, DateOnly? first, DateOnly? from, TimeOnly begins)
    {
        var to = Date(schedule.Text("valid_to"), draft) ?? Date(schedule.Text("until"), draft);
        var end = FeedDates.Time(schedule.Text("closes_at", "end_time", "closes"));
        var dates = MonthDays(schedule.Text("bymonthday", "by_month_day"));
        var interval = int.TryParse(schedule.Text("interval"), CultureInfo.InvariantCulture, out var count) ? count : 1;
        var isOnce = freq is null or "ONCE" && byDay.Count == 0 && dates.Count == 0 && from is not null && (to == from || (to is null && first == from));
        var isMonthly = freq == "MONTHLY" || dates.Count > 0 || byDay.Any(day => day.Length > 2);
        if (byDay.Count == 0 && freq == "DAILY") byDay = days;
        else if (byDay.Count == 0 && freq == "WEEKLY" && first is { } weekday) byDay = [days[((int)weekday.DayOfWeek + 6) % 7]];
        else if (byDay.Count + dates.Count == 0 && freq == "MONTHLY" && first is { } date) dates = [date.Day];
        var read = new ScheduleFacts
        {
            Freq = isOnce ? "ONCE" : isMonthly ? "MONTHLY" : "WEEKLY",
            Interval = isOnce ? 1 : interval,
            ByDay = byDay,
            ByMonthDay = dates.Count == 0 ? null : dates,
            OpensAt = begins,
            ClosesAt = end > begins ? end : null,
            ValidFrom = from,
            ValidTo = isOnce ? null : to,
        };
        return TypedValues.IsRight(read) ? read : null;
    }

    private static DateOnly? Date(string? raw, Draft draft)
    {
        var date = FeedDates.Date(raw);
        if (date is null && Prose.Line(raw) is { } text) draft.Note(SheetFields.When, "DateUnclear", Prose.Cut(text, 60));
        return date;
    }

    /// <summary>"TU,TH", "1TU", "-1FR", "Tuesday, Thursday"; nothing where one of them is no day.</summary>
    private static IReadOnlyList<string> Days(string? raw)
    {
        var found = new List<string>();
        foreach (var part in Parts(raw))
        {
            var number = part.TakeWhile(letter => letter == '-' || char.IsAsciiDigit(letter)).Count();
            if (part.Length - number < 2 || !days.Contains(part.Substring(number, 2), StringComparer.Ordinal)) return [];
            found.Add(part[..(number + 2)]);
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>"15", "1,15", "-1"; nothing where one of them is no day of a month.</summary>
    private static IReadOnlyList<int> MonthDays(string? raw)
    {
        var found = new List<int>();
        foreach (var part in Parts(raw))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day) || day is 0 or < -31 or > 31) return [];
            found.Add(day);
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<string> Parts(string? raw)
        => (Prose.Line(raw) ?? "").ToUpperInvariant().Split([',', ';', ' ', '/', '|'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.TrimStart('+')).Where(part => part.Length > 0);
}
