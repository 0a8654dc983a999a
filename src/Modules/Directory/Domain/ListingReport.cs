using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>Somebody from the public says that something on a listing's page is wrong.</summary>
internal sealed class ListingReport : IBehindTheScenes
{
    public required string Id { get; init; }

    public required string ListingId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Language the reporter was reading in.</summary>
    public required string Language { get; init; }

    /// <summary>What is wrong, in their words.</summary>
    public required string Message { get; init; }

    /// <summary>E-mail address for an answer, when they gave one.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>When a moderator dealt with it; null while it waits.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
