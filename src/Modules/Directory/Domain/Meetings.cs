using Portal.Directory.Contracts;

namespace Portal.Directory.Domain;

/// <summary>When a listing meets next: by the calendar of its own where one was read, else by its schedules.</summary>
internal static class Meetings
{
    /// <param name="own">The dates of its own calendar; null when it has none.</param>
    public static IReadOnlyList<NextDate> Next(
        IReadOnlyList<NextDate>? own, IReadOnlyList<Schedule> schedules, DateTime now, int count, Holidays holidays, DateOnly? until = null)
        => own is null
            ? Recurrence.NextDates(schedules, now, count, until, holidays)
            : [.. own.Where(date => !Recurrence.IsOver(date, now) && !(date.Date > until)).Take(count)];
}
