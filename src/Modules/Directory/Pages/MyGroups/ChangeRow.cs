using Portal.Directory.Domain;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>One row of the form that asks for dates that are otherwise: as typed.</summary>
internal sealed class ChangeRow
{
    private const int LongestReason = 120;

    /// <summary>The date on which the group does not meet.</summary>
    public string? Off { get; set; }

    /// <summary>The date on which it meets instead, or once more.</summary>
    public string? On { get; set; }

    public string? Start { get; set; }

    public string? End { get; set; }

    public string? Reason { get; set; }

    /// <summary>True for a row that says nothing.</summary>
    public bool IsEmpty => new[] { Off, On, Start, End, Reason }.All(string.IsNullOrWhiteSpace);

    /// <summary>True when something is said of another date.</summary>
    public bool HasOther => !new[] { On, Start, End }.All(string.IsNullOrWhiteSpace);

    /// <summary>The rows that show the changes still to come. One that moves a date says that it falls out, too.</summary>
    public static List<ChangeRow> Of(IReadOnlyList<Schedule> schedules, DateOnly today)
        => [.. schedules.SelectMany(schedule => schedule.Changes)
            .Where(change => change.Last >= today)
            .GroupBy(change => (change.Off, On: change.Off is null ? change.On : null))
            .Select(same => same.FirstOrDefault(change => change.On is not null) ?? same.First())
            .OrderBy(change => change.Off ?? change.On)
            .Select(change => new ChangeRow
            {
                Off = WrittenDate.Write(change.Off),
                On = WrittenDate.Write(change.On),
                Start = change.Start is { } start ? TypedTime.Write(start) : null,
                End = change.End is { } end ? TypedTime.Write(end) : null,
                Reason = change.Reason,
            })];

    /// <summary>The change that was typed; null after telling what is wrong with which field.</summary>
    public DateChange? Read(Action<string, string> error)
    {
        var isRight = true;
        void Wrong(string field, string textKey)
        {
            isRight = false;
            error(field, textKey);
        }

        var (off, on) = (ReadDate(Off, nameof(Off), Wrong), ReadDate(On, nameof(On), Wrong));
        if (string.IsNullOrWhiteSpace(Off) && string.IsNullOrWhiteSpace(On)) Wrong(nameof(Off), "Form.OffOrOnMissing");
        var start = TypedTime.Parse(Start);
        if (start is null && !string.IsNullOrWhiteSpace(Start)) Wrong(nameof(Start), "When.TimeUnclear");
        if (start is not null && string.IsNullOrWhiteSpace(On)) Wrong(nameof(On), "Form.OffOrOnMissing");
        var end = TypedTime.Parse(End);
        if (end is null && !string.IsNullOrWhiteSpace(End)) Wrong(nameof(End), "When.TimeUnclear");
        if (end is not null && start is null && string.IsNullOrWhiteSpace(Start)) Wrong(nameof(Start), "Form.TimeForOther");
        TimeOnly? ends = start is not null && end is not null ? end.After(start.Time) : null;
        if (ends <= start?.Time) Wrong(nameof(End), "When.EndBeforeStart");
        var reason = TypedText.Clean(Reason);
        if (reason?.Length > LongestReason) Wrong(nameof(Reason), "Form.ReasonLong");
        return isRight ? new DateChange { Off = off, On = on, Start = start?.Time, End = ends, Reason = reason } : null;
    }

    private static DateOnly? ReadDate(string? typed, string field, Action<string, string> wrong)
    {
        var date = WrittenDate.Parse(typed);
        if (date is null && !string.IsNullOrWhiteSpace(typed)) wrong(field, "When.DateUnclear");
        return date;
    }
}
