namespace Portal.Directory.Domain;

internal enum Frequency
{
    Weekly,
    Monthly,
}

/// <summary>When a group meets: every week, every second week, or on certain days of the month, in the tenant's wall-clock time.</summary>
internal sealed record Schedule
{
    public required Frequency Frequency { get; init; }

    /// <summary>1, or 2 for every second week; the weeks are counted from <see cref="StartDate"/>.</summary>
    public int Interval { get; init; } = 1;

    /// <summary><c>TU</c> for a weekly schedule; <c>1TU</c> (first Tuesday) or <c>-1FR</c> (last Friday) for a monthly one. As in RFC 5545, BYDAY.</summary>
    public required IReadOnlyList<string> ByDay { get; init; }

    public required TimeOnly Start { get; init; }

    public TimeOnly? End { get; init; }

    /// <summary>First possible date, or null when it has always been so.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Last possible date, or null when no end is planned.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Codes of the days of the week, Monday first.</summary>
    public static IReadOnlyList<string> Days { get; } = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

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
        if (ByDay.Count == 0) return "A schedule needs at least one day in ByDay.";
        var monthly = Frequency == Frequency.Monthly;
        foreach (var day in ByDay)
        {
            if (ReadDay(day) is not { } read) return $"'{day}' is no day. It can be MO to SU, with 1 to 5 or -1 before it in a monthly schedule.";
            if (monthly != (read.Nth != 0)) return monthly ? $"'{day}' in a monthly schedule needs a number: 1{day}." : $"'{day}' in a weekly schedule needs no number.";
        }

        if (Interval is < 1 or > 2 || (monthly && Interval != 1)) return "Interval can be 1, or 2 for every second week.";
        if (Interval == 2 && StartDate is null) return "A schedule for every second week needs a StartDate, from which the weeks are counted.";
        if (EndDate < StartDate) return "The EndDate is before the StartDate.";
        return End <= Start ? "The EndTime is not after the StartTime." : null;
    }

    public bool Equals(Schedule? other)
        => other is not null && Frequency == other.Frequency && Interval == other.Interval && ByDay.SequenceEqual(other.ByDay, StringComparer.Ordinal)
            && Start == other.Start && End == other.End && StartDate == other.StartDate && EndDate == other.EndDate;

    public override int GetHashCode() => HashCode.Combine(Frequency, Interval, Start, StartDate);
}
