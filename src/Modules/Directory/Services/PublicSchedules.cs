using Portal.Directory.Contracts;
using Portal.Directory.Domain;

namespace Portal.Directory.Services;

/// <summary>Says schedules as the open data does.</summary>
internal static class PublicSchedules
{
    public static PublicSchedule Of(Schedule schedule, string inWords) => new()
    {
        Frequency = schedule.Frequency switch { Frequency.Weekly => "WEEKLY", Frequency.Monthly => "MONTHLY", _ => null },
        Interval = schedule.Interval,
        ByDay = schedule.ByDay,
        ByMonthDay = schedule.ByMonthDay,
        FirstDate = schedule.StartDate is { } start ? FirstOf(schedule, start) : null,
        ValidFrom = schedule.StartDate,
        ValidTo = schedule.EndDate,
        Start = schedule.Start,
        End = schedule.End,
        InWords = inWords,
    };

    /// <summary>True when one schedule has a meeting on that day of the week and within these times.</summary>
    public static bool Meets(Schedule schedule, PublicListingFilter filter)
        => (filter.Day is not { } day || schedule.ByDay.Any(byDay => byDay.EndsWith(day, StringComparison.Ordinal)) || (schedule is { Frequency: Frequency.Once, StartDate: { } only } && Schedule.CodeOf(only.DayOfWeek) == day))
            && (filter.StartsFrom is not { } from || schedule.Start >= from)
            && (filter.EndsBy is not { } by || (schedule.End ?? schedule.Start) <= by);

    private static DateOnly? FirstOf(Schedule schedule, DateOnly start)
        => Recurrence.NextDates([schedule], start.ToDateTime(TimeOnly.MinValue), 1) is [var first, ..] ? first.Date : null;
}
