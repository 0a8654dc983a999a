using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Rights;

/// <summary>A worker of another team opened a record because somebody could come to harm otherwise. It lasts for some hours, and the leads see it.</summary>
internal sealed class UrgentLook : IBehindTheScenes
{
    public const int LongestReason = 500;
    public const int ShortestReason = 10;

    /// <summary>How long the record can be read.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    public required string Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>User id of who looked.</summary>
    public required string UserId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Until when the record can be read.</summary>
    public required DateTimeOffset Until { get; init; }

    public string SealedReason { get; private set; } = "";

    /// <summary>When a lead said that they have looked at it.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>User id of that lead.</summary>
    public string? SeenBy { get; private set; }

    public string Reason(PrivateText texts) => texts.Open(SealedReason, Id, nameof(SealedReason));

    public void SetReason(PrivateText texts, string reason) => SealedReason = texts.Seal(reason, Id, nameof(SealedReason));

    /// <summary>A lead has looked at it. False when one did before.</summary>
    public bool See(string by, DateTimeOffset now)
    {
        if (SeenAt is not null) return false;
        (SeenAt, SeenBy) = (now, by);
        return true;
    }
}
