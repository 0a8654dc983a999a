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
        var from = Date(schedule.Text("valid_from"), draft) ?? Date(schedule.Text("dtstart"), draft);
        var to = Date(schedule.Text("valid_to"), draft) ?? Date(schedule.Text("until"), draft);
        var byDay = Days(schedule.Text("byday", "by_day", "weekday", "day"));
        var start = FeedDates.Time(schedule.Text("opens_at", "start_time", "opens"));
        var end = FeedDates.Time(schedule.Text("closes_at", "end_time", "closes"));
        var freq = schedule.Text("freq", "frequency")?.ToUpperInvariant();
        if (freq == "DAILY" && byDay.Count == 0) byDay = days;
        var isMonthly = freq == "MONTHLY" || byDay.Any(day => day.Length > 2);
        var interval = int.TryParse(schedule.Text("interval"), CultureInfo.InvariantCulture, out var count) ? count : 1;
        var read = start is { } begins && byDay.Count > 0 && to is var last && !(last < from)
            ? new ScheduleFacts
            {
                Freq = isMonthly ? "MONTHLY" : "WEEKLY",
                Interval = isMonthly ? 1 : interval,
                ByDay = byDay,
                OpensAt = begins,
                ClosesAt = end > begins ? end : null,
                ValidFrom = from,
                ValidTo = to,
            }
            : null;
        if (read is not null && TypedValues.IsRight(read) && (!isMonthly || interval == 1)) draft.Schedules.Add(read);
        else if (start is null && words is not null && draft.When is null && TypedValues.Meetings(Prose.Line(words), from) is not null) draft.When = words;
        else if (words is not null || start is not null || byDay.Count > 0)
        {
            var said = words ?? string.Join(' ', new[] { freq, string.Join(',', byDay), schedule.Text("opens_at"), schedule.Text("closes_at") }.Where(part => !string.IsNullOrEmpty(part)));
            draft.Note(SheetFields.When, "WhenUnclear", Prose.Cut(Prose.Line(said) ?? "", 80));
            draft.ScheduleNote ??= said;
        }
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
        if (Prose.Line(raw) is not { } text) return [];
        var found = new List<string>();
        foreach (var part in text.ToUpperInvariant().Split([',', ';', ' ', '/', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            var number = part.TrimStart('+').TakeWhile(letter => letter == '-' || char.IsAsciiDigit(letter)).Count();
            var word = part.TrimStart('+');
            if (word.Length - number < 2 || !days.Contains(word.Substring(number, 2), StringComparer.Ordinal)) return [];
            found.Add(word[..(number + 2)]);
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }
}
