using Portal.Directory.Contracts;

namespace Portal.Directory.Domain;

/// <summary>
/// The calendar that a group keeps somewhere else, as it was last read. While there is one that could be read, the group's dates
/// come from it and not from its schedules; what could be read last stays when it breaks.
/// </summary>
internal sealed class GroupCalendar
{
    public const int LongestAddress = 1000;

    public required string ListingId { get; init; }

    /// <summary>Where it is.</summary>
    public required string Address { get; set; }

    /// <summary>The dates to come when it was last read well, in the tenant's wall-clock time.</summary>
    public IReadOnlyList<NextDate> Dates { get; set; } = [];

    /// <summary>When it was last read well, or was unchanged; null when it never could be.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When its dates were last worked out: they reach some way into the future only.</summary>
    public DateTimeOffset? WorkedOutAt { get; set; }

    /// <summary>When it was last asked for.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>When it is asked for again.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>Why the last try failed as a whole, the last part of a key in the texts; null when it did not.</summary>
    public string? Failure { get; set; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; set; }

    /// <summary>What could not be read in it, line by line.</summary>
    public IReadOnlyList<CalendarFault> Faults { get; set; } = [];

    /// <summary>Tag of what was read, for asking only for what is new.</summary>
    public string? ETag { get; set; }

    /// <summary>When what was read was changed, as its site says.</summary>
    public DateTimeOffset? LastModified { get; set; }

    /// <summary>True when the group has to be told of something.</summary>
    public bool HasFault => Failure is not null || Faults.Count > 0;
}
