using System.Text.Json.Serialization;

namespace Portal.Directory.Domain;

internal enum Frequency
{
    Weekly,
    Monthly,

    /// <summary>One date and no more: <see cref="Schedule.StartDate"/>.</summary>
    Once,
}

/// <summary>
/// When a group meets, in the tenant's wall-clock time: every so many weeks, on certain days of the month, or once. A group that
/// meets at several times has several schedules. The names are those of RFC 5545 and of Open Referral's schedule.
/// </summary>
internal sealed record Schedule
{
    /// <summary>Most weeks or months from one meeting to the next.</summary>
    public const int LongestInterval = 12;

    public required Frequency Frequency { get; init; }

    /// <summary>How many weeks or months lie between: 2 for every second; they are counted from <see cref="StartDate"/>.</summary>
    public int Interval { get; init; } = 1;

    /// <summary><c>TU</c> for a weekly schedule; <c>1TU</c> (first Tuesday) or <c>-1FR</c> (last Friday) for a monthly one. As in RFC 5545, BYDAY.</summary>
    public IReadOnlyList<string> ByDay { get; init; } = [];

    /// <summary>
    /// Days of the month for a monthly schedule that goes by the date: 15, or -1 for the last. A month that has no 31st is left
    /// out. As in RFC 5545, BYMONTHDAY.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<int> ByMonthDay { get; init; } = [];

    public required TimeOnly Start { get; init; }

    public TimeOnly? End { get; init; }

    /// <summary>First possible date, or null when it has always been so.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Last possible date, or null when no end is planned.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>True for a group that meets only while schools are open, by the tenant's term dates.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TermTimeOnly { get; init; }

    /// <summary>True for a group that does not meet on bank holidays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NotOnBankHolidays { get; init; }

    /// <summary>Single dates on which it is otherwise than the rule says.</summary>
    [JsonIgnore]
    public IReadOnlyList<DateChange> Changes { get; init; } = [];

    /// <summary>Codes of the days of the week, Monday first.</summary>
    public static IReadOnlyList<string> Days { get; } = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>True when it meets in each of its weeks, whatever the date: what is true of it this week is true of every other.</summary>
    [JsonIgnore]
    public bool IsEveryWeek
        => Frequency == Frequency.Weekly && Interval == 1 && StartDate is null && EndDate is null && !TermTimeOnly && !NotOnBankHolidays && Changes.Count == 0;

    // Lists that are empty are not written, so that what the history kept before there were such lists still compares alike.
    [JsonInclude, JsonPropertyName(nameof(ByMonthDay))]
    private IReadOnlyList<int>? KeptMonthDays { get => ByMonthDay.Count == 0 ? null : ByMonthDay; init => ByMonthDay = value ?? []; }

    [JsonInclude, JsonPropertyName(nameof(Changes))]
    private IReadOnlyList<DateChange>? KeptChanges { get => Changes.Count == 0 ? null : Changes; init => Changes = value ?? []; }

    /// <summary>Splits <c>-1FR</c> into -1 and <c>FR</c>, and <c>TU</c> into 0 and <c>TU</c>; null when it is no day.</summary>
    public static (int Nth, string Day)? ReadDay(string byDay)
    {
        if (byDay.Length < 2 || !Days.Contains(byDay[^2..])) return null;
        return byDay[..^2] switch
        {
            "" => (0, byDay),
            "1" or "2" or "3" or "4" or "5" => (byDay[0] - '0', byDay[^2..]),
            "-1" => (-1, byDay[^2..]),
            _ => null,
        };
    }

    /// <summary>Day of the week of a code.</summary>
    public static DayOfWeek DayOfWeekOf(string day) => (DayOfWeek)((Days.ToList().IndexOf(day) + 1) % 7);

    /// <summary>Code of a day of the week.</summary>
    public static string CodeOf(DayOfWeek day) => Days[((int)day + 6) % 7];

    /// <summary>What does not fit together, in a sentence for whoever writes recipes; null when all does.</summary>
    public string? Problem()
    {
        if (End <= Start) return "The EndTime is not after the StartTime.";
        if (Changes.Select(change => change.Problem()).FirstOrDefault(problem => problem is not null) is { } wrong) return wrong;
        if (Frequency == Frequency.Once)
            return StartDate is null ? "A schedule for one date needs a StartDate." : ByDay.Count > 0 || ByMonthDay.Count > 0 ? "A schedule for one date needs no ByDay or ByMonthDay." : null;
        if (ProblemOfDays() is { } problem) return problem;
        if (Interval is < 1 or > LongestInterval) return $"Interval can be 1 to {LongestInterval}; 2 is every second week or month.";
        if (Interval > 1 && StartDate is null) return "A schedule with an Interval needs a StartDate, from which the weeks or months are counted.";
        return EndDate < StartDate ? "The EndDate is before the StartDate." : null;
    }

    private string? ProblemOfDays()
    {
        var monthly = Frequency == Frequency.Monthly;
        if (ByDay.Count == 0 && ByMonthDay.Count == 0) return "A schedule needs at least one day in ByDay, or in ByMonthDay when it is monthly.";
        if (ByMonthDay.Count > 0 && (!monthly || ByDay.Count > 0)) return "ByMonthDay belongs to a monthly schedule that has no ByDay.";
        foreach (var day in ByDay)
        {
            if (ReadDay(day) is not { } read) return $"'{day}' is no day. It can be MO to SU, with 1 to 5 or -1 before it in a monthly schedule.";
            if (monthly != (read.Nth != 0)) return monthly ? $"'{day}' in a monthly schedule needs a number: 1{day}." : $"'{day}' in a weekly schedule needs no number.";
        }

        return ByMonthDay.Any(day => day is 0 or < -31 or > 31) ? "ByMonthDay can be 1 to 31, or -1 to -31 from the end of the month." : null;
    }

    public bool Equals(Schedule? other)
        => other is not null && Frequency == other.Frequency && Interval == other.Interval && ByDay.SequenceEqual(other.ByDay, StringComparer.Ordinal)
            && ByMonthDay.SequenceEqual(other.ByMonthDay) && Start == other.Start && End == other.End && StartDate == other.StartDate && EndDate == other.EndDate
            && TermTimeOnly == other.TermTimeOnly && NotOnBankHolidays == other.NotOnBankHolidays && Changes.SequenceEqual(other.Changes);

    public override int GetHashCode() => HashCode.Combine(Frequency, Interval, Start, StartDate);
}
