using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Meetings;

/// <summary>A meeting of a team on the people it looks after. What was said is sealed and seen by the team only.</summary>
internal sealed class TeamMeeting : IBehindTheScenes
{
    public const int UsualWeeks = 2;
    public const int MostWeeks = 12;
    public const int LongestNotes = 4000;

    public required string Id { get; init; }

    public required string TeamId { get; init; }

    public required DateOnly On { get; set; }

    /// <summary>Wall-clock time of the tenant.</summary>
    public required TimeOnly At { get; set; }

    /// <summary>The next one comes after so many weeks; null for none.</summary>
    public required int? EveryWeeks { get; set; }

    /// <summary>User ids of those who were there.</summary>
    public IReadOnlyList<string> Present { get; private set; } = [];

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? SealedNotes { get; private set; }

    /// <summary>Counts the changes, so that two made at once do not overwrite each other.</summary>
    public int Revision { get; private set; }

    public List<MeetingItem> Items { get; } = [];

    /// <summary>What was said that concerns nobody alone; empty for nothing.</summary>
    public string Notes(PrivateText texts) => SealedNotes is null ? "" : texts.Open(SealedNotes, Id, nameof(SealedNotes));

    /// <summary>Sets when it takes place, and how often.</summary>
    public void Plan(DateOnly on, TimeOnly at, int? everyWeeks)
    {
        (On, At, EveryWeeks) = (on, at, everyWeeks);
        Revision++;
    }

    /// <summary>Sets who is there, and what was said that concerns nobody alone.</summary>
    public void Record(PrivateText texts, IReadOnlyList<string> present, string notes)
    {
        Present = present;
        if (notes != Notes(texts)) SealedNotes = notes.Length == 0 ? null : texts.Seal(notes, Id, nameof(SealedNotes));
        Revision++;
    }

    /// <summary>Ends it: what was written down stays as it is. False when it has ended.</summary>
    public bool Close(DateTimeOffset now)
    {
        if (ClosedAt is not null) return false;
        ClosedAt = now;
        Revision++;
        return true;
    }

    /// <summary>Takes it up again, as when it was ended by mistake.</summary>
    public bool Reopen()
    {
        if (ClosedAt is null) return false;
        ClosedAt = null;
        Revision++;
        return true;
    }
}

/// <summary>What a meeting said of one person.</summary>
internal sealed class MeetingItem : IBehindTheScenes
{
    public const int LongestNote = 2000;

    public required string Id { get; init; }

    public required string MeetingId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>Why the person was on the agenda, of <see cref="AgendaReason"/>, as it was then.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    public DateTimeOffset At { get; private set; }

    public string? SealedNotes { get; private set; }

    public string? SealedDecision { get; private set; }

    /// <summary>Keys of the stages the person was moved between; null where they stayed.</summary>
    public string? From { get; private set; }

    public string? To { get; private set; }

    /// <summary>The action that came of it, as it was then: kind, day and user id of who does it.</summary>
    public string? ActionKind { get; private set; }

    public DateOnly? ActionOn { get; private set; }

    public string? ActionWorkerId { get; private set; }

    /// <summary>Counts the changes.</summary>
    public int Revision { get; private set; }

    public string Notes(PrivateText texts) => SealedNotes is null ? "" : texts.Open(SealedNotes, Id, nameof(SealedNotes));

    public string Decision(PrivateText texts) => SealedDecision is null ? "" : texts.Open(SealedDecision, Id, nameof(SealedDecision));

    /// <summary>Sets what was said and decided.</summary>
    public void Write(PrivateText texts, string notes, string decision, DateTimeOffset now)
    {
        SealedNotes = notes.Length == 0 ? null : texts.Seal(notes, Id, nameof(SealedNotes));
        SealedDecision = decision.Length == 0 ? null : texts.Seal(decision, Id, nameof(SealedDecision));
        At = now;
        Revision++;
    }

    /// <summary>Sets what came of it for the person's way.</summary>
    public void Act(Pathway.NextStep action, string? from, string? to)
    {
        (ActionKind, ActionOn, ActionWorkerId) = (action.Kind, action.On, action.WorkerId);
        if (to is not null) (From, To) = (From ?? from, to);
    }
}

/// <summary>Why somebody is on the agenda.</summary>
internal enum AgendaReason
{
    /// <summary>A worker asked for it.</summary>
    Flagged,

    /// <summary>Longer in the stage than is meant.</summary>
    Long,

    /// <summary>No contact succeeded for weeks.</summary>
    Quiet,

    /// <summary>A risk was recorded since the last meeting.</summary>
    Risk,

    /// <summary>Nothing is next.</summary>
    NoNext,
}
