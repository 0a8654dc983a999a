using System.Globalization;
using NodaTime;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;

namespace Portal.Directory.Services;

/// <summary>What a calendar says of a group.</summary>
internal sealed record CalendarGroup
{
    public required string Id { get; init; }

    /// <summary>Counts its changes; a calendar takes over what has a higher number.</summary>
    public required int Revision { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public string? Place { get; init; }

    /// <summary>Whole address of its page.</summary>
    public required string Address { get; init; }

    public required IReadOnlyList<Schedule> Schedules { get; init; }

    /// <summary>The day the group is back from a break; null when it has none.</summary>
    public DateOnly? BackOn { get; init; }

    /// <summary>The dates of the group's own calendar, which count instead of its schedules; null when it has none.</summary>
    public IReadOnlyList<NextDate>? OwnDates { get; init; }
}

/// <summary>
/// Writes groups as a calendar file that people can add to their own or subscribe to: one series for each schedule, with the dates
/// that fall out, are moved or added. Format: RFC 5545.
/// </summary>
internal sealed class CalendarFile(DateTimeZone zone, DateOnly today, DateTimeOffset now, Holidays holidays)
{
    /// <summary>Series begin this year, so that old schedules do not fill calendars with the past.</summary>
    private readonly DateOnly earliest = new(today.Year, 1, 1);

    /// <summary>Series that school terms and bank holidays interrupt end here; a calendar that is subscribed to is read again before.</summary>
    private readonly DateOnly farthest = Recurrence.Farthest(today);

    private readonly CalendarText file = new();

    /// <param name="name">Name of the calendar.</param>
    public string Write(string name, IEnumerable<CalendarGroup> groups)
    {
        file.Begin("VCALENDAR");
        file.Line("VERSION", "2.0");
        file.Line("PRODID", "-//Portal//Groups//EN");
        file.Line("CALSCALE", "GREGORIAN");
        file.Prose("X-WR-CALNAME", name);
        file.Line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        CalendarZone.Write(file, zone, earliest.Year);
        foreach (var group in groups) Write(group);
        file.End("VCALENDAR");
        return file.ToString();
    }

    private void Write(CalendarGroup group)
    {
        foreach (var date in (group.OwnDates ?? []).Where(date => !IsInBreak(group, date.Date))) WriteSingle(group, "", date);
        if (group.OwnDates is not null) return;
        for (var number = 1; number <= group.Schedules.Count; number++) WriteSeries(group, group.Schedules[number - 1], string.Create(CultureInfo.InvariantCulture, $"-{number}"));
    }

    private void WriteSeries(CalendarGroup group, Schedule schedule, string uid)
    {
        var off = schedule.Changes.Select(change => change.Off).OfType<DateOnly>().ToHashSet();
        var rule = Recurrence.RuleDates(schedule, earliest, farthest).ToList();
        bool FallsOut(DateOnly date) => off.Contains(date) || IsInBreak(group, date) || !Recurrence.Holds(schedule, date, holidays);
        var first = rule.Where(date => !FallsOut(date)).OfType<DateOnly?>().FirstOrDefault();
        var inSeries = first is { } begin ? rule.Where(date => date >= begin).ToHashSet() : [];
        var moved = schedule.Changes.Where(change => change is { Off: { } date, On: not null } && inSeries.Contains(date)).ToList();
        var added = schedule.Changes.Where(change => change.On >= earliest && !moved.Contains(change)).ToList();
        var alike = first is null ? [] : added.Where(change => change.Start is null).ToList();
        if (first is { } start)
        {
            BeginEvent(group, uid, new NextDate(start, schedule.Start, schedule.End));
            if (RuleOf(schedule) is { } words) file.Line("RRULE", words);
            var replaced = moved.Select(change => change.Off!.Value).ToHashSet();
            WriteDates("EXDATE", inSeries.Where(date => !replaced.Contains(date) && FallsOut(date)).Order(), schedule.Start);
            WriteDates("RDATE", alike.Select(change => change.On!.Value).Where(date => !inSeries.Contains(date)).Distinct().Order(), schedule.Start);
            EndEvent(group);
        }

        foreach (var change in moved)
        {
            BeginEvent(group, uid, Recurrence.MeetingOf(schedule, change));
            file.Line($"RECURRENCE-ID;TZID={zone.Id}", CalendarText.Local(change.Off!.Value.ToDateTime(schedule.Start)));
            EndEvent(group, change.Reason);
        }

        foreach (var change in added.Except(alike)) WriteSingle(group, uid, Recurrence.MeetingOf(schedule, change), change.Reason);
    }

    /// <summary>True for the days from today until the group is back; those of a break gone by are not known.</summary>
    private bool IsInBreak(CalendarGroup group, DateOnly date) => date >= today && date < group.BackOn;

    private void WriteSingle(CalendarGroup group, string uid, NextDate date, string? reason = null)
    {
        BeginEvent(group, $"{uid}-{CalendarText.Local(date.Date.ToDateTime(date.Start))}", date);
        EndEvent(group, reason);
    }

    private string? RuleOf(Schedule schedule)
    {
        if (schedule.Frequency == Frequency.Once) return null;
        var parts = new List<string> { schedule.Frequency == Frequency.Weekly ? "FREQ=WEEKLY" : "FREQ=MONTHLY" };
        if (schedule.Interval > 1) parts.Add("INTERVAL=" + schedule.Interval.ToString(CultureInfo.InvariantCulture));
        if (schedule.ByDay.Count > 0) parts.Add("BYDAY=" + string.Join(',', schedule.ByDay));
        if (schedule.ByMonthDay.Count > 0) parts.Add("BYMONTHDAY=" + string.Join(',', schedule.ByMonthDay.Select(day => day.ToString(CultureInfo.InvariantCulture))));
        if (schedule.Frequency == Frequency.Weekly) parts.Add("WKST=MO");
        DateOnly? last = schedule.TermTimeOnly || schedule.NotOnBankHolidays ? (schedule.EndDate < farthest ? schedule.EndDate : farthest) : schedule.EndDate;
        if (last is { } until) parts.Add("UNTIL=" + CalendarText.Utc(Recurrence.InstantOf(until, new TimeOnly(23, 59, 59), zone).ToDateTimeOffset()));
        return string.Join(';', parts);
    }

    private void WriteDates(string name, IEnumerable<DateOnly> dates, TimeOnly time)
    {
        var values = string.Join(',', dates.Select(date => CalendarText.Local(date.ToDateTime(time))));
        if (values.Length > 0) file.Line($"{name};TZID={zone.Id}", values);
    }

    private void BeginEvent(CalendarGroup group, string uid, NextDate date)
    {
        file.Begin("VEVENT");
        file.Line("UID", $"{group.Id}{uid}@{new Uri(group.Address).Host}");
        file.Line("DTSTAMP", CalendarText.Utc(now));
        file.Line("SEQUENCE", group.Revision.ToString(CultureInfo.InvariantCulture));
        file.Line($"DTSTART;TZID={zone.Id}", CalendarText.Local(date.Date.ToDateTime(date.Start)));
        if (date.End is { } end) file.Line($"DTEND;TZID={zone.Id}", CalendarText.Local(date.Date.ToDateTime(end)));
    }

    private void EndEvent(CalendarGroup group, string? reason = null)
    {
        file.Prose("SUMMARY", group.Title);
        if (group.Place is { } place) file.Prose("LOCATION", place);
        var description = string.Join('\n', new[] { reason, group.Description }.Where(words => !string.IsNullOrWhiteSpace(words)));
        if (description.Length > 0) file.Prose("DESCRIPTION", description);
        file.Line("URL", group.Address);
        file.End("VEVENT");
    }
}
