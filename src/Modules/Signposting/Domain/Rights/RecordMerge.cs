using System.Text.Json;
using Portal.Platform.Data;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Rights;

/// <summary>Two records of one person were made one. Both are kept, and what was before, so that it can be taken back.</summary>
internal sealed class RecordMerge : IBehindTheScenes
{
    public required string Id { get; init; }

    /// <summary>Id of the record that goes on.</summary>
    public required string KeptId { get; init; }

    /// <summary>Id of the record that went into it.</summary>
    public required string GoneId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>User id of who did it.</summary>
    public required string By { get; init; }

    /// <summary>Revision of the record that goes on right after; while it still has it, the merge can be taken back.</summary>
    public int KeptRevision { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string SealedBefore { get; private set; } = "";

    public MergeMemory Before(PrivateText texts) => JsonSerializer.Deserialize<MergeMemory>(texts.Open(SealedBefore, Id, nameof(SealedBefore)), PortalJson.Options)!;

    public void SetBefore(PrivateText texts, MergeMemory before) => SealedBefore = texts.Seal(JsonSerializer.Serialize(before, PortalJson.Options), Id, nameof(SealedBefore));
}

/// <summary>What was before two records were made one.</summary>
internal sealed record MergeMemory
{
    /// <summary>JSON of the sections of the record that goes on; null for those that were empty.</summary>
    public required IReadOnlyDictionary<PersonSection, string?> Sections { get; init; }

    public required Consents Consents { get; init; }

    /// <summary>Hashes of the record that goes on, and of the other.</summary>
    public required PersonHashes KeptHashes { get; init; }

    public required PersonHashes GoneHashes { get; init; }

    /// <summary>When the record that goes on was finished, and the other; null where it was not.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? GoneClosedAt { get; init; }

    /// <summary>Ids of what moved, by kind.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Moved { get; init; }
}
