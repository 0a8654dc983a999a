using NodaTime;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>One event of a calendar, read as far as its dates need.</summary>
internal sealed record CalendarEvent
{
    public required string Uid { get; init; }

    public required CalendarMoment Start { get; init; }

    /// <summary>How long it is by the clock; null when no end is said.</summary>
    public Duration? Length { get; init; }

    public CalendarRule? Rule { get; init; }

    /// <summary>Further dates.</summary>
    public IReadOnlyList<CalendarMoment> Added { get; init; } = [];

    /// <summary>Dates that fall out.</summary>
    public NamedMoments Removed { get; init; } = new([]);

    /// <summary>The date of the series that this event stands for; null for the series itself.</summary>
    public CalendarMoment? Replaces { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>The event of the lines between BEGIN and END; null after telling why there is none.</summary>
    public static CalendarEvent? Read(int line, IReadOnlyList<CalendarLine> lines, CalendarTimes times, DateTimeZone tenantZone, List<CalendarFault> faults)
    {
        CalendarLine? First(string name) => lines.FirstOrDefault(property => property.Name == name && property.Value.Length > 0);
        if (First("DTSTART") is not { } begins)
        {
            faults.Add(new CalendarFault(line, CalendarFault.NoStart, CalendarFault.Shorten(First("SUMMARY")?.Value ?? "")));
            return null;
        }

        if (times.Read(begins, tenantZone) is not { } start) return null;
        if (start.IsWholeDay)
        {
            faults.Add(new CalendarFault(line, CalendarFault.WholeDay, CalendarFault.Shorten(First("SUMMARY")?.Value ?? begins.Value)));
            return null;
        }

        return new CalendarEvent
        {
            // Without a name it is a series of its own.
            Uid = First("UID")?.Value ?? $"line-{line.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            Start = start,
            Length = LengthOf(start, First("DTEND"), First("DURATION"), times, faults),
            Rule = ReadRule(First("RRULE"), start.Zone, faults),
            Added = [.. lines.Where(property => property.Name == "RDATE").SelectMany(property => times.ReadMany(property, start.Zone))],
            Removed = new NamedMoments(lines.Where(property => property.Name == "EXDATE").SelectMany(property => times.ReadMany(property, start.Zone))),
            Replaces = First("RECURRENCE-ID") is { } id ? times.Read(id, start.Zone) : null,
            IsCancelled = string.Equals(First("STATUS")?.Value, "CANCELLED", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>The times at which it begins between two days, in its own zone; some before may be among them.</summary>
    public IEnumerable<CalendarMoment> Times(LocalDate from, LocalDate last, CalendarBudget budget)
    {
        var byRule = Rule is { } rule ? rule.Times(Start, from, last, budget).Select(Start.At) : [Start];
        foreach (var time in byRule.Concat(Added.Select(added => added.IsWholeDay ? Start.At(added.Local.Date.At(Start.Local.TimeOfDay)) : added)))
        {
            if (!Removed.Contains(time)) yield return time;
        }
    }

    private static Duration? LengthOf(CalendarMoment start, CalendarLine? end, CalendarLine? duration, CalendarTimes times, List<CalendarFault> faults)
    {
        if (end is not null)
        {
            if (times.Read(end, start.Zone) is not { } ends) return null;
            var length = ends.Instant - start.Instant;
            return length > Duration.Zero ? length : null;
        }

        if (duration is null) return null;
        var said = CalendarTimes.ParseDuration(duration.Value);
        if (said is null) faults.Add(new CalendarFault(duration.Number, CalendarFault.Date, CalendarFault.Shorten(duration.Value)));
        return said > Duration.Zero ? said : null;
    }

    private static CalendarRule? ReadRule(CalendarLine? line, DateTimeZone zone, List<CalendarFault> faults)
    {
        if (line is null) return null;
        var rule = CalendarRule.Parse(line.Value, zone);
        if (rule is null) faults.Add(new CalendarFault(line.Number, CalendarFault.Rule, CalendarFault.Shorten(line.Value)));
        return rule;
    }
}

/// <summary>Dates that fall out of a series or are replaced. A whole day means whatever is on it.</summary>
internal sealed class NamedMoments
{
    private readonly HashSet<LocalDate> days = [];
    private readonly HashSet<Instant> instants = [];

    public NamedMoments(IEnumerable<CalendarMoment> moments)
    {
        foreach (var moment in moments)
        {
            if (moment.IsWholeDay) days.Add(moment.Local.Date);
            else instants.Add(moment.Instant);
        }
    }

    public bool Contains(CalendarMoment time) => days.Contains(time.Local.Date) || instants.Contains(time.Instant);
}
