using NodaTime;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>What a calendar file says, as far as it can be read.</summary>
/// <param name="IsCalendar">False for something else, such as a web page.</param>
/// <param name="Events">How many events there are.</param>
/// <param name="Lost">How many of them could not be read, or not all of their dates.</param>
/// <param name="Dates">The dates to come, in the tenant's wall-clock time, the nearest first.</param>
internal sealed record CalendarReading(bool IsCalendar, int Events, int Lost, IReadOnlyList<NextDate> Dates, IReadOnlyList<CalendarFault> Faults)
{
    /// <summary>Dates kept of one calendar, faults told of it, and events read.</summary>
    public const int MostDates = 200, MostFaults = 30, MostEvents = 5000;

    /// <summary>
    /// True when the file is whole enough to go by. One that is cut off, or of which more than half cannot be read, would make meetings
    /// vanish that take place.
    /// </summary>
    public bool IsTrustworthy => IsCalendar && Lost <= Events / 2 && Faults.All(fault => fault.Code != CalendarFault.CutOff);

    /// <summary>Reads a calendar file. Format: RFC 5545; what does not keep to it is read as far as it goes, and the rest is told line by line.</summary>
    public static CalendarReading Read(byte[] file, DateTimeZone tenantZone, DateTime now, DateOnly until)
    {
        var faults = new List<CalendarFault>();
        var lines = CalendarLines.Read(file, faults);
        if (EventsIn(lines, faults) is not { } all) return new CalendarReading(false, 0, 0, [], []);

        var times = new CalendarTimes(tenantZone, faults);
        var (events, found, lost) = (new List<CalendarEvent>(), 0, 0);
        foreach (var (line, properties) in all)
        {
            if (++found > MostEvents)
            {
                faults.Add(new CalendarFault(line, CalendarFault.TooMuch));
                break;
            }

            var before = faults.Count;
            if (CalendarEvent.Read(line, properties, times, tenantZone, faults) is { } read) events.Add(read);
            if (faults.Skip(before).Any(fault => fault.Code is CalendarFault.Date or CalendarFault.Rule or CalendarFault.NoStart)) lost++;
        }

        var budget = new CalendarBudget();
        var dates = DatesOf(events, tenantZone, now, until, budget);
        if (budget.IsSpent) faults.Add(new CalendarFault(0, CalendarFault.TooMuch));
        return new CalendarReading(true, Math.Min(found, MostEvents), lost, dates, [.. faults.OrderByDescending(fault => fault.Code == CalendarFault.CutOff).ThenBy(fault => fault.Line).Take(MostFaults)]);
    }

    /// <summary>The events of a file, each with its first line and its properties; null where it is no calendar.</summary>
    public static IEnumerable<(int Line, List<CalendarLine> Properties)>? EventsIn(List<CalendarLine> lines, List<CalendarFault> faults)
        => lines.FindIndex(line => line.Name == "BEGIN" && Is(line, "VCALENDAR")) is >= 0 and var begin ? EventsOf(lines, begin, faults) : null;

    /// <summary>The events of the file with their properties; those of parts inside an event, such as its alarms, are left out.</summary>
    private static IEnumerable<(int Line, List<CalendarLine> Properties)> EventsOf(List<CalendarLine> lines, int begin, List<CalendarFault> faults)
    {
        List<CalendarLine>? current = null;
        var (line, inside, isClosed) = (0, 0, false);
        for (var i = begin + 1; i < lines.Count; i++)
        {
            var property = lines[i];
            if (property.Name == "BEGIN" && Is(property, "VEVENT"))
            {
                // One that was never ended ends here.
                if (current is not null) yield return (line, current);
                (current, line, inside) = ([], property.Number, 0);
            }
            else if (property.Name == "END" && Is(property, "VEVENT"))
            {
                if (current is not null) yield return (line, current);
                current = null;
            }
            else if (property.Name == "END" && Is(property, "VCALENDAR")) isClosed = true;
            else if (property.Name == "BEGIN") inside++;
            else if (property.Name == "END") inside = Math.Max(0, inside - 1);
            else if (inside == 0) current?.Add(property);
        }

        if (current is not null) yield return (line, current);
        if (!isClosed || current is not null) faults.Add(new CalendarFault(lines[^1].Number, CalendarFault.CutOff));
    }

    private static List<NextDate> DatesOf(List<CalendarEvent> events, DateTimeZone tenantZone, DateTime now, DateOnly until, CalendarBudget budget)
    {
        var (from, last) = (LocalDate.FromDateTime(now).PlusDays(-2), LocalDate.FromDateOnly(until).PlusDays(1));
        var replacements = events.Where(read => read.Replaces is not null).ToLookup(read => read.Uid, StringComparer.Ordinal);
        var found = new SortedSet<NextDate>(Comparer<NextDate>.Create((a, b) => (a.Date, a.Start).CompareTo((b.Date, b.Start))));
        foreach (var series in events.Where(read => read.Replaces is null && !read.IsCancelled))
        {
            var replaced = new NamedMoments(replacements[series.Uid].Select(read => read.Replaces!.Value));
            foreach (var time in series.Times(from, last, budget))
            {
                if (time.Local.Date >= from && time.Local.Date <= last && !replaced.Contains(time)) Add(time, series.Length);
            }
        }

        foreach (var single in events.Where(read => read.Replaces is not null && !read.IsCancelled)) Add(single.Start, single.Length);
        return [.. found.Take(MostDates)];

        void Add(CalendarMoment start, Duration? length)
        {
            var begins = start.Instant.InZone(tenantZone).LocalDateTime;
            var ends = length is { } lasts ? (LocalDateTime?)(start.Instant + lasts).InZone(tenantZone).LocalDateTime : null;
            var date = new NextDate(begins.Date.ToDateOnly(), begins.TimeOfDay.ToTimeOnly(), ends is { } end && end.Date == begins.Date ? end.TimeOfDay.ToTimeOnly() : null);
            if (date.Date <= until && !Domain.Recurrence.IsOver(date, now)) found.Add(date);
        }
    }

    private static bool Is(CalendarLine line, string component) => string.Equals(line.Value, component, StringComparison.OrdinalIgnoreCase);
}
