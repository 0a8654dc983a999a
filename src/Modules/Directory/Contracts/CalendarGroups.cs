using NodaTime;
using Portal.Directory.Services.OwnCalendars;

namespace Portal.Directory.Contracts;

/// <summary>Reads a calendar file (iCalendar, RFC 5545) as the groups that meet by it: what a hall or a town says is on.</summary>
public static class CalendarGroups
{
    /// <summary>Reads what can be read and tells the rest; never throws, whatever the file is.</summary>
    /// <param name="timeZone">Name of the tenant's time zone in the database of IANA.</param>
    /// <param name="today">What is over before that day is left out.</param>
    public static GroupsInFile Read(byte[] file, string timeZone, DateOnly today) => new GroupsInCalendar(DateTimeZoneProviders.Tzdb[timeZone], today).Read(file);
}

/// <summary>What a calendar file says.</summary>
/// <param name="IsWhole">False for a file that is no calendar, or that ends in the middle.</param>
/// <param name="Groups">Events of one name at one place are one group.</param>
/// <param name="Problems">What could not be read.</param>
public sealed record GroupsInFile(bool IsWhole, IReadOnlyList<GroupInFile> Groups, IReadOnlyList<CalendarProblem> Problems);

/// <summary>A group of a calendar, in the words of the file.</summary>
public sealed record GroupInFile
{
    /// <summary>Its name; null for events without one.</summary>
    public string? Name { get; init; }

    /// <summary>What happens.</summary>
    public string? Description { get; init; }

    /// <summary>Where it meets, all in one.</summary>
    public string? Place { get; init; }

    /// <summary>Address of its page.</summary>
    public string? Website { get; init; }

    /// <summary>Whom to ask, all in one.</summary>
    public string? Contact { get; init; }

    /// <summary>When it meets; nothing when all of it is over.</summary>
    public IReadOnlyList<ScheduleFacts> Schedules { get; init; } = [];
}

/// <summary>Something in a calendar that could not be read.</summary>
/// <param name="Line">Line of the file; 0 where it is no single line.</param>
/// <param name="Code"><c>NoCalendar</c>, <c>CutOff</c>, <c>Date</c>, <c>Rule</c>, <c>Zone</c>, <c>NoStart</c>, <c>WholeDay</c>, <c>Broken</c> or <c>TooMuch</c>.</param>
/// <param name="IsLost">True when an event was lost by it.</param>
/// <param name="Words">What stands there; null where it says nothing.</param>
public sealed record CalendarProblem(int Line, string Code, bool IsLost, string? Words);
