using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Pathway;

/// <summary>What happened on a person's way.</summary>
internal enum PathwayEntryKind
{
    /// <summary>Somebody tried to reach the person.</summary>
    Contact,

    /// <summary>The person came into another stage.</summary>
    Moved,

    /// <summary>A break began.</summary>
    Paused,

    /// <summary>The break was ended before its day.</summary>
    Resumed,

    /// <summary>Care ended.</summary>
    Closed,

    /// <summary>It was taken up again.</summary>
    Reopened,
}

/// <summary>One thing that happened on a person's way. Codes and dates are plain, because reports count them; words are sealed.</summary>
internal sealed class PathwayEntry : IBehindTheScenes
{
    public const int LongestNote = 2000;

    public required string Id { get; init; }

    public required string PersonId { get; init; }

    public required PathwayEntryKind Kind { get; init; }

    /// <summary>The day it happened.</summary>
    public required DateOnly On { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it down: a user id, or the name of a job.</summary>
    public required string WorkerId { get; init; }

    /// <summary>Of <see cref="Contact.Ways"/>, for a contact.</summary>
    public string? How { get; init; }

    /// <summary>Of <see cref="Contact.Results"/>, for a contact.</summary>
    public string? Result { get; init; }

    /// <summary>Key of the stage before, for a move.</summary>
    public string? From { get; init; }

    /// <summary>Key of the stage after, for a move.</summary>
    public string? To { get; init; }

    /// <summary>First day after the break, for a break.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the person asked for the break.</summary>
    public bool IsWanted { get; init; }

    /// <summary>Key of the reason for which care ended.</summary>
    public string? Reason { get; init; }

    public string? SealedNote { get; private set; }

    /// <summary>The words; empty when there are none.</summary>
    public string Note(PrivateText texts) => SealedNote is null ? "" : texts.Open(SealedNote, Id, nameof(SealedNote));

    /// <summary>With its words sealed.</summary>
    public PathwayEntry With(PrivateText texts, string note)
    {
        SealedNote = note.Length == 0 ? null : texts.Seal(note, Id, nameof(SealedNote));
        return this;
    }
}
