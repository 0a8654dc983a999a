using System.Globalization;
using NodaTime;

namespace Portal.Directory.Services;

/// <summary>Writes a time zone for those who read a calendar file, from the zone database. Format: RFC 5545, section 3.6.5.</summary>
internal static class CalendarZone
{
    private const int YearsAhead = 10;

    /// <param name="year">First year of the events in the file.</param>
    public static void Write(CalendarText file, DateTimeZone zone, int year)
    {
        file.Begin("VTIMEZONE");
        file.Line("TZID", zone.Id);
        var intervals = zone.GetZoneIntervals(Instant.FromUtc(year - 1, 1, 1, 0, 0), Instant.FromUtc(year + YearsAhead, 1, 1, 0, 0)).ToList();
        if (intervals.Count == 1) WriteObservance(file, intervals[0].WallOffset, intervals[0], [new LocalDateTime(1970, 1, 1, 0, 0)]);
        else
        {
            var changes = intervals.Zip(intervals.Skip(1), (before, after) => (From: before.WallOffset, After: after));
            foreach (var alike in changes.GroupBy(change => (change.From, change.After.WallOffset, change.After.Name)))
                WriteObservance(file, alike.Key.From, alike.First().After, [.. alike.Select(change => change.After.Start.WithOffset(change.From).LocalDateTime)]);
        }

        file.End("VTIMEZONE");
    }

    private static void WriteObservance(CalendarText file, Offset from, NodaTime.TimeZones.ZoneInterval interval, List<LocalDateTime> onsets)
    {
        var kind = interval.Savings == Offset.Zero ? "STANDARD" : "DAYLIGHT";
        file.Begin(kind);
        file.Line("DTSTART", CalendarText.Local(onsets[0].ToDateTimeUnspecified()));
        file.Line("TZOFFSETFROM", Write(from));
        file.Line("TZOFFSETTO", Write(interval.WallOffset));
        file.Prose("TZNAME", interval.Name);
        if (onsets.Count > 1)
        {
            if (RuleOf(onsets) is { } rule) file.Line("RRULE", rule);
            else file.Line("RDATE", string.Join(',', onsets.Skip(1).Select(onset => CalendarText.Local(onset.ToDateTimeUnspecified()))));
        }

        file.End(kind);
    }

    /// <summary>"The last Sunday of March", where that is what the dates have in common; null for any other pattern.</summary>
    private static string? RuleOf(List<LocalDateTime> onsets)
    {
        var first = onsets[0];
        var isLast = onsets.TrueForAll(onset => onset.Month == first.Month && onset.DayOfWeek == first.DayOfWeek && onset.TimeOfDay == first.TimeOfDay
            && onset.Date.PlusWeeks(1).Month != onset.Month);
        return isLast ? string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYMONTH={first.Month};BYDAY=-1{Domain.Schedule.Days[(int)first.DayOfWeek - 1]}") : null;
    }

    private static string Write(Offset offset)
    {
        var minutes = Math.Abs(offset.Seconds) / 60;
        return string.Create(CultureInfo.InvariantCulture, $"{(offset.Seconds < 0 ? '-' : '+')}{minutes / 60:00}{minutes % 60:00}");
    }
}
