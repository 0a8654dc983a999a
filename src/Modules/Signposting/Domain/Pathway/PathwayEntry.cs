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

    /// <summary>For so long who logged a contact can take it back.</summary>
    public static TimeSpan OwnTime { get; } = TimeSpan.FromDays(1);

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

    /// <summary>When a contact that was logged by mistake was taken back; it stays to be read and counts nowhere.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>User id of who took it back.</summary>
    public string? TakenBackBy { get; private set; }

    /// <summary>What was next before a contact was logged: of <see cref="NextStep.Kinds"/>; null when nothing was.</summary>
    public string? BeforeKind { get; private set; }

    public DateOnly? BeforeOn { get; private set; }

    public string? BeforeWorkerId { get; private set; }

    public string? SealedBeforeNote { get; private set; }

    /// <summary>How many changes the person's way had once a contact was logged; null for entries that remember nothing of before.</summary>
    public int? PathChanges { get; private set; }

    public string? SealedNote { get; private set; }

    /// <summary>What was next before; null when nothing was, or it is not known.</summary>
    public NextStep? Before(PrivateText texts)
        => BeforeOn is { } on ? new NextStep(BeforeKind!, on, BeforeWorkerId, SealedBeforeNote is null ? "" : texts.Open(SealedBeforeNote, Id, nameof(SealedBeforeNote))) : null;

    /// <summary>Remembers what was next before, so that the contact can be taken back.</summary>
    /// <param name="changes">How many changes the person's way has now.</param>
    public PathwayEntry Remember(PrivateText texts, NextStep? before, int changes)
    {
        (BeforeKind, BeforeOn, BeforeWorkerId, PathChanges) = (before?.Kind, before?.On, before?.WorkerId, changes);
        SealedBeforeNote = before is null or { Note: "" } ? null : texts.Seal(before.Note, Id, nameof(SealedBeforeNote));
        return this;
    }

    /// <summary>Whether somebody may take it back: who wrote it within a day, who leads at any time.</summary>
    public bool MayBeTakenBackBy(string userId, bool isLead, DateTimeOffset now)
        => Kind == PathwayEntryKind.Contact && TakenBackAt is null && (isLead || (WorkerId == userId && now - At < OwnTime));

    /// <summary>Takes a contact back. False when it was already.</summary>
    public bool TakeBack(string userId, DateTimeOffset now)
    {
        if (TakenBackAt is not null) return false;
        (TakenBackAt, TakenBackBy) = (now, userId);
        return true;
    }

    /// <summary>The words; empty when there are none.</summary>
    public string Note(PrivateText texts) => SealedNote is null ? "" : texts.Open(SealedNote, Id, nameof(SealedNote));

    /// <summary>With its words sealed.</summary>
    public PathwayEntry With(PrivateText texts, string note)
    {
        SealedNote = note.Length == 0 ? null : texts.Seal(note, Id, nameof(SealedNote));
        return this;
    }
}
