using System.Text.Json.Serialization;

namespace Portal.Directory.Domain;

/// <summary>One date on which a group meets otherwise than its rule says: not at all, on another date instead, or once more.</summary>
internal sealed record DateChange
{
    /// <summary>The date of the rule that does not hold; null for a meeting more.</summary>
    public DateOnly? Off { get; init; }

    /// <summary>The date on which it meets instead, or once more; null when it just does not meet.</summary>
    public DateOnly? On { get; init; }

    /// <summary>When it begins on that date; null for the usual time.</summary>
    public TimeOnly? Start { get; init; }

    /// <summary>When it ends on that date; counts only with <see cref="Start"/>.</summary>
    public TimeOnly? End { get; init; }

    /// <summary>Why, in a few words of the group's own language; or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The last date it has to do with.</summary>
    [JsonIgnore]
    public DateOnly Last => On is { } on && (Off is not { } off || on > off) ? on : Off!.Value;

    /// <summary>What does not fit together, in a sentence for whoever writes recipes; null when all does.</summary>
    public string? Problem()
    {
        if (Off is null && On is null) return "A change of a date needs Off, On or both.";
        if (Start is not null && On is null) return "A change of a date has a time only with On.";
        return End is not null && !(End > Start) ? "A change of a date ends after it starts." : null;
    }
}
