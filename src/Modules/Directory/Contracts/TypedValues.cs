using Portal.Directory.Services;
using Portal.Directory.Typed;

namespace Portal.Directory.Contracts;

/// <summary>Reads what people write, the way the forms of the directory do. Null where it cannot be read.</summary>
public static class TypedValues
{
    /// <summary>A phone number written properly.</summary>
    public static string? Phone(string? typed) => TypedPhone.Parse(typed);

    /// <summary>True for a number, as <see cref="Phone"/> writes it, that takes text messages.</summary>
    public static bool TakesTexts(string number) => TypedPhone.TakesTexts(number);

    /// <summary>An e-mail address without what was pasted around it.</summary>
    public static string? Email(string? typed) => TypedContact.Email(typed);

    /// <summary>A web address, with https:// where it was left out.</summary>
    public static string? Website(string? typed) => TypedContact.Website(typed);

    /// <summary>A postcode or the first half of one.</summary>
    public static string? Postcode(string? typed) => Domain.Postcode.Parse(typed)?.ToString();

    /// <summary>A date: "2026-11-24", "24/11/2026", "24 November 2026".</summary>
    public static DateOnly? Date(string? typed) => WrittenDate.Parse(typed);

    /// <summary>A time of day: "10am", "14:00", "noon".</summary>
    public static TimeOnly? Time(string? typed) => TypedTime.Parse(typed)?.Time;

    /// <summary>An amount of money in pence, 0 for what is free.</summary>
    public static int? Pence(string? typed) => TypedMoney.Parse(typed);

    /// <summary>Prose as it is kept; null for none.</summary>
    public static string? Prose(string? typed) => TypedText.Clean(typed);

    /// <summary>When a group meets, in words: "Mondays 10am-12", "1st and 3rd Tue of the month, 2-4pm".</summary>
    /// <param name="start">A date on which it meets, for groups that meet every second week.</param>
    public static MeetingTimes? Meetings(string? typed, DateOnly? start = null)
        => TypedMeetings.Parse(typed, start) is { } read ? new MeetingTimes([.. read.Schedules.Select(ServiceMapping.Write)], read.SaysMore) : null;

    /// <summary>True when what a schedule says fits together.</summary>
    public static bool IsRight(ScheduleFacts schedule) => ServiceMapping.Read(schedule).Problem() is null;
}

/// <summary>Meeting times that were read.</summary>
/// <param name="SaysMore">True when there were words besides that the schedules do not say.</param>
public sealed record MeetingTimes(IReadOnlyList<ScheduleFacts> Schedules, bool SaysMore);
