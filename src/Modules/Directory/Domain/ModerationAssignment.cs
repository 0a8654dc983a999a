using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>Says which moderator looks after one thing of the queue.</summary>
internal sealed class ModerationAssignment : IBehindTheScenes
{
    /// <summary>Kind of thing, as its source in the queue calls it.</summary>
    public required string Kind { get; init; }

    public required string ItemId { get; init; }

    public required string UserId { get; set; }

    /// <summary>Name of the moderator.</summary>
    public required string UserName { get; set; }

    public DateTimeOffset At { get; set; }
}
