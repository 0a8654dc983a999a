using NodaTime;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.OwnCalendars;

/// <summary>
/// Makes groups of the events of a calendar: what has one name at one place is one group, whether it was entered as a series or each
/// date by itself. Times become those of the tenant's clock.
/// </summary>
internal sealed class GroupsInCalendar(DateTimeZone zone, DateOnly today)
{
    /// <summary>Code of what is no calendar at all.</summary>
    private const string NoCalendar = "NoCalendar";

    public GroupsInFile Read(byte[] file)
    {
        var faults = new List<CalendarFault>();
        var lines = CalendarLines.Read(file, faults);
        if (CalendarReading.EventsIn(lines, faults) is not { } found) return new GroupsInFile(IsWhole: false, [], [new CalendarProblem(0, NoCalendar, IsLost: true, null)]);

        var times = new CalendarTimes(zone, faults);
        var events = new List<(CalendarEvent Event, EventWords Words)>();
        foreach (var (line, properties) in found.Take(CalendarReading.MostEvents))
        {
            if (CalendarEvent.Read(line, properties, times, zone, faults) is { } read) events.Add((read, EventWords.Of(properties)));
        }

        var schedules = new SchedulesOfEvent(zone, today, events.Select(one => one.Event).Where(one => one.Replaces is not null).ToLookup(one => one.Uid, StringComparer.Ordinal));
        var series = events.Where(one => one.Event.Replaces is null).Select(one => one.Event.Uid).ToHashSet(StringComparer.Ordinal);
        var groups = events.Where(one => !one.Event.IsCancelled && (one.Event.Replaces is null || !series.Contains(one.Event.Uid))).GroupBy(one => one.Words.Key, StringComparer.Ordinal)
            .Select(group => GroupOf([.. group], schedules)).ToList();
        return new GroupsInFile(faults.TrueForAll(fault => fault.Code != CalendarFault.CutOff), groups, [.. faults.Take(CalendarReading.MostFaults).Select(ProblemOf)]);
    }

    private static GroupInFile GroupOf(List<(CalendarEvent Event, EventWords Words)> events, SchedulesOfEvent schedules)
    {
        // What was entered last says best what it is now.
        var words = events.MaxBy(one => one.Event.Start.Instant).Words;
        return new GroupInFile
        {
            Name = words.Name,
            Description = words.Description,
            Place = words.Place,
            Website = words.Website,
            Contact = words.Contact,
            Schedules = [.. schedules.Of(events.Select(one => one.Event)).Select(ServiceMapping.Write)],
        };
    }

    private static CalendarProblem ProblemOf(CalendarFault fault)
        => new(fault.Line, fault.Code, fault.Code is CalendarFault.Date or CalendarFault.NoStart or CalendarFault.WholeDay or CalendarFault.TooMuch, fault.Detail);
}

/// <summary>What an event says besides its times.</summary>
internal sealed record EventWords(string? Name, string? Description, string? Place, string? Website, string? Contact)
{
    /// <summary>Name and place without anything but letters and digits.</summary>
    public string Key => Letters(Name) + "|" + Letters(Place);

    public static EventWords Of(IReadOnlyList<CalendarLine> properties)
    {
        string? Text(string name) => properties.FirstOrDefault(property => property.Name == name && property.Value.Length > 0) is { } found ? Plain(found.Value) : null;
        var organiser = properties.FirstOrDefault(property => property.Name == "ORGANIZER");
        var mail = organiser?.Value is { } address && address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address["mailto:".Length..] : null;
        return new EventWords(Text("SUMMARY"), Text("DESCRIPTION"), Text("LOCATION"), Text("URL"), Text("CONTACT") ?? (mail is null ? null : $"{organiser!.Parameter("CN")} {mail}".Trim()));
    }

    /// <summary>Prose as it was before it was written into a line. Format: RFC 5545, section 3.3.11.</summary>
    private static string? Plain(string value)
    {
        var text = new System.Text.StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length) text.Append(value[i]);
            else text.Append(value[++i] is 'n' or 'N' ? '\n' : value[i]);
        }

        return text.ToString().Trim() is { Length: > 0 } plain ? plain : null;
    }

    private static string Letters(string? text) => text is null ? "" : string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
