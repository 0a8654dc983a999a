using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.People;

/// <summary>What the team talks about, and what is noted with care.</summary>
internal sealed partial class Person
{
    /// <summary>When a worker put the person on the agenda of the next team meeting; null when nobody did.</summary>
    public DateTimeOffset? FlaggedAt { get; private set; }

    /// <summary>User id of that worker.</summary>
    public string? FlaggedBy { get; private set; }

    public string? SealedFlag { get; private set; }

    /// <summary>Whether faith or belief bears on taking part; null while nobody asked. Plain, so that it can be counted without names.</summary>
    public bool? BeliefBears { get; private set; }

    public string? SealedBelief { get; private set; }

    /// <summary>Why the person is on the agenda; empty when they are not.</summary>
    public string Flag(PrivateText texts) => SealedFlag is null ? "" : texts.Open(SealedFlag, Id, nameof(SealedFlag));

    /// <summary>What is noted on faith or belief; empty for nothing.</summary>
    public string Belief(PrivateText texts) => SealedBelief is null ? "" : texts.Open(SealedBelief, Id, nameof(SealedBelief));

    /// <summary>Puts the person on the agenda.</summary>
    public bool SetFlag(PrivateText texts, string why, string workerId, DateTimeOffset now)
    {
        if (FlaggedAt is not null && Flag(texts) == why) return false;
        (FlaggedAt, FlaggedBy) = (now, workerId);
        SealedFlag = why.Length == 0 ? null : texts.Seal(why, Id, nameof(SealedFlag));
        return true;
    }

    /// <summary>Puts the person on the agenda, or adds to why they are on it: what a colleague wrote stays.</summary>
    public void AddToFlag(PrivateText texts, string why, string workerId, DateTimeOffset now)
    {
        if (FlaggedAt is null) SetFlag(texts, why, workerId, now);
        else if (why.Length > 0) SealedFlag = texts.Seal(Flag(texts) is { Length: > 0 } before ? $"{before}; {why}" : why, Id, nameof(SealedFlag));
    }

    /// <summary>Takes the person off the agenda. False when they are not on it.</summary>
    public bool Unflag()
    {
        if (FlaggedAt is null) return false;
        (FlaggedAt, FlaggedBy, SealedFlag) = (null, null, null);
        return true;
    }

    /// <summary>Notes whether faith or belief bears on taking part. Without a yes no word of it is kept.</summary>
    public bool SetBelief(PrivateText texts, bool bears, string note)
    {
        if (!bears) note = "";
        if (BeliefBears == bears && Belief(texts) == note) return false;
        BeliefBears = bears;
        SealedBelief = note.Length == 0 ? null : texts.Seal(note, Id, nameof(SealedBelief));
        return true;
    }
}
