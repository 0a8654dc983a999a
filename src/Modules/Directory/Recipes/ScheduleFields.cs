using System.Globalization;
using Portal.Directory.Domain;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>Turns a schedule into the fields of a recipe and back; what is empty is left out.</summary>
internal static class ScheduleFields
{
    private static readonly (string Code, Frequency Value)[] frequencies = [("WEEKLY", Frequency.Weekly), ("MONTHLY", Frequency.Monthly), ("ONCE", Frequency.Once)];

    public static ScheduleItem Write(Schedule schedule) => new("Schedule", new SchedulePart
    {
        Frequency = frequencies.First(pair => pair.Value == schedule.Frequency).Code.AsText(),
        Interval = new NumericField(schedule.Interval),
        ByDay = schedule.ByDay.AsList(),
        ByMonthDay = schedule.ByMonthDay.Count == 0 ? null : new MultiTextField([.. schedule.ByMonthDay.Select(day => day.ToString(CultureInfo.InvariantCulture))]),
        StartTime = Write(schedule.Start),
        EndTime = Write(schedule.End),
        StartDate = Write(schedule.StartDate),
        EndDate = Write(schedule.EndDate),
        TermTimeOnly = schedule.TermTimeOnly ? new BooleanField(true) : null,
        NotOnBankHolidays = schedule.NotOnBankHolidays ? new BooleanField(true) : null,
        Changes = schedule.Changes.Count == 0 ? null : new BagPart<DateChangeItem>([.. schedule.Changes.Select(Write)]),
    });

    /// <summary>The schedule; null after telling what is wrong.</summary>
    public static Schedule? Read(ScheduleItem item, Action<string> error)
    {
        var part = item.SchedulePart;
        if (Time(part.StartTime) is not { } start)
        {
            error($"StartTime is '{part.StartTime?.Text}'. It is written like 10:30.");
            return null;
        }

        if (part.EndTime is not null && Time(part.EndTime) is null) error($"EndTime is '{part.EndTime.Text}'. It is written like 11:30.");
        var schedule = new Schedule
        {
            Frequency = ReadFrequency(part.Frequency, error),
            Interval = (int)(part.Interval?.Value ?? 1),
            ByDay = part.ByDay?.Values ?? [],
            ByMonthDay = [.. (part.ByMonthDay?.Values ?? []).Select(day => int.TryParse(day, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0)],
            Start = start,
            End = Time(part.EndTime),
            StartDate = part.StartDate?.Value,
            EndDate = part.EndDate?.Value,
            TermTimeOnly = part.TermTimeOnly?.Value == true,
            NotOnBankHolidays = part.NotOnBankHolidays?.Value == true,
            Changes = [.. (part.Changes?.ContentItems ?? []).Select(change => Read(change.DateChangePart))],
        };
        if (schedule.Problem() is not { } problem) return schedule;
        error(problem);
        return null;
    }

    private static Frequency ReadFrequency(TextField? field, Action<string> error)
    {
        if (field?.Text is not { Length: > 0 } text) return Frequency.Weekly;
        foreach (var (code, value) in frequencies)
        {
            if (code == text) return value;
        }

        error($"Frequency is '{text}'. It can be {string.Join(", ", frequencies.Select(pair => pair.Code))}.");
        return Frequency.Weekly;
    }

    private static DateChangeItem Write(DateChange change) => new("DateChange", new DateChangePart
    {
        Off = Write(change.Off),
        On = Write(change.On),
        StartTime = Write(change.Start),
        EndTime = Write(change.End),
        Reason = change.Reason.AsText(),
    });

    private static DateChange Read(DateChangePart part) => new()
    {
        Off = part.Off?.Value,
        On = part.On?.Value,
        Start = Time(part.StartTime),
        End = Time(part.EndTime),
        Reason = part.Reason?.Text is { Length: > 0 } reason ? reason : null,
    };

    private static TextField? Write(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture).AsText();

    private static DateField? Write(DateOnly? date) => date is { } day ? new DateField(day) : null;

    private static TimeOnly? Time(TextField? field)
        => TimeOnly.TryParseExact(field?.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
