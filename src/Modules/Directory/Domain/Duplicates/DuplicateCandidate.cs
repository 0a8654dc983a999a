using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>What was decided on two listings that may be one group.</summary>
internal enum DuplicateState
{
    /// <summary>Somebody has to look.</summary>
    Waiting,

    /// <summary>They are two groups; nobody is asked again.</summary>
    Different,

    /// <summary>They were one, and one page is left of them.</summary>
    Merged,
}

/// <summary>Two listings that may be one group.</summary>
internal sealed class DuplicateCandidate : IBehindTheScenes
{
    public required string Id { get; init; }

    /// <summary>The listing whose id comes first; each two of them have one row.</summary>
    public required string FirstId { get; init; }

    public required string SecondId { get; init; }

    /// <summary>How likely it is: see <see cref="DuplicateScore"/>.</summary>
    public int Points { get; set; }

    public IReadOnlyList<DuplicateReason> Reasons { get; set; } = [];

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>True where a person has put them side by side, and not a rule.</summary>
    public bool ByHand { get; set; }

    public DuplicateState State { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    /// <summary>The listing that was kept.</summary>
    public string? KeptId { get; private set; }

    /// <summary>Number of the entry in the history of the listing that was kept; null when nothing of it had to change.</summary>
    public long? KeptEntry { get; private set; }

    /// <summary>Number of the entry in the history of the listing that was taken away.</summary>
    public long? OtherEntry { get; private set; }

    /// <summary>The other of the two.</summary>
    public string OtherThan(string id) => id == FirstId ? SecondId : FirstId;

    /// <summary>Says that they are two groups, or that somebody has to look again.</summary>
    public void Decide(DuplicateState state, DateTimeOffset at, string by) => (State, DecidedAt, DecidedBy, KeptId, KeptEntry, OtherEntry) = (state, at, by, null, null, null);

    /// <summary>Says which is left.</summary>
    public void Merge(string keptId, long? keptEntry, long otherEntry, DateTimeOffset at, string by)
        => (State, DecidedAt, DecidedBy, KeptId, KeptEntry, OtherEntry) = (DuplicateState.Merged, at, by, keptId, keptEntry, otherEntry);
}
