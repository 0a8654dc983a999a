using System.Text.Json;
using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Introductions;

/// <summary>A group is asked whether the person of a plan can come. What is told of the person, and what the group says, is sealed.</summary>
internal sealed class Introduction : IBehindTheScenes
{
    public const int LongestWords = 500;
    public const int LongestWait = 104;

    /// <summary>For how many days the link in the e-mail works.</summary>
    public const int LinkDays = 30;

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    public required string StepId { get; init; }

    public required string ListingId { get; init; }

    /// <summary>Language the group is written to in.</summary>
    public required string Language { get; init; }

    /// <summary>The day on which the person agreed that the group is told.</summary>
    public required DateOnly AgreedOn { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>True when the worker rings the group and writes down what it says; no e-mail is sent.</summary>
    public required bool ByPhone { get; init; }

    public string SealedLetter { get; private set; } = "";

    public IntroductionState State { get; private set; }

    public CannotReason? Reason { get; private set; }

    /// <summary>How many weeks the waiting list is, about.</summary>
    public int? Weeks { get; private set; }

    /// <summary>First day on which there may be room again.</summary>
    public DateOnly? FullUntil { get; private set; }

    public string? SealedAnswer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the worker said that they have seen the present answer, or that none came.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>When the group was asked again.</summary>
    public DateTimeOffset? NudgedAt { get; private set; }

    /// <summary>When the worker closed it; from then on the group can change nothing.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Counts the changes, so that two made at once do not overwrite each other.</summary>
    public int Revision { get; private set; }

    public List<IntroductionLink> Links { get; } = [];

    /// <summary>True when there is something the worker has not seen.</summary>
    public bool IsNew => ClosedAt is null && State != IntroductionState.Waiting && SeenAt is null;

    /// <summary>False for what is over without anything for the person to know.</summary>
    public bool ConcernsThePerson => ClosedAt is null || State is IntroductionState.Accepted or IntroductionState.WaitingList;

    public IntroductionLetter Letter(PrivateText texts) => JsonSerializer.Deserialize<IntroductionLetter>(texts.Open(SealedLetter, Id, nameof(SealedLetter)), PortalJson.Options)!;

    public void SetLetter(PrivateText texts, IntroductionLetter letter) => SealedLetter = texts.Seal(JsonSerializer.Serialize(letter, PortalJson.Options), Id, nameof(SealedLetter));

    /// <summary>The group's words; empty when there are none.</summary>
    public string Words(PrivateText texts) => SealedAnswer is null ? "" : texts.Open(SealedAnswer, Id, nameof(SealedAnswer));

    /// <summary>The answer as it stands; null when there is none.</summary>
    public GroupAnswer? Answer(PrivateText texts)
        => State is IntroductionState.Waiting or IntroductionState.NoAnswer ? null : new GroupAnswer(State, Reason, Weeks, FullUntil, Words(texts));

    /// <summary>Takes an answer, or another than before. False when it is closed, or the same as it was.</summary>
    public bool Take(PrivateText texts, GroupAnswer answer, DateTimeOffset now, bool seen = false)
    {
        if (ClosedAt is not null || Answer(texts) == answer) return false;
        (State, Reason, Weeks, FullUntil) = (answer.State, answer.Reason, answer.Weeks, answer.FullUntil);
        SealedAnswer = answer.Words.Length == 0 ? null : texts.Seal(answer.Words, Id, nameof(SealedAnswer));
        AnsweredAt = now;
        SeenAt = seen ? now : null;
        Revision++;
        return true;
    }

    /// <summary>The worker has seen how it stands.</summary>
    public bool See(DateTimeOffset now)
    {
        if (!IsNew) return false;
        SeenAt = now;
        Revision++;
        return true;
    }

    /// <summary>Notes that the group was asked again. False when it need not be: it has answered, was asked again already, or is rung.</summary>
    public bool Nudge(DateTimeOffset now)
    {
        if (ClosedAt is not null || ByPhone || State != IntroductionState.Waiting || NudgedAt is not null) return false;
        NudgedAt = now;
        Revision++;
        return true;
    }

    /// <summary>Notes that no answer came. False when one did.</summary>
    public bool GiveUp()
    {
        if (ClosedAt is not null || State != IntroductionState.Waiting) return false;
        State = IntroductionState.NoAnswer;
        SeenAt = null;
        Revision++;
        return true;
    }

    /// <summary>Closes it: its links stop working.</summary>
    public bool Close(DateTimeOffset now)
    {
        if (ClosedAt is not null) return false;
        ClosedAt = now;
        Revision++;
        return true;
    }

    /// <summary>Opens it again, as when it was closed by mistake.</summary>
    public bool Reopen()
    {
        if (ClosedAt is null) return false;
        ClosedAt = null;
        Revision++;
        return true;
    }
}

/// <summary>A link in a letter to a group. Only the hash of its code is kept.</summary>
internal sealed class IntroductionLink : IBehindTheScenes
{
    /// <summary>SHA-256 of the code, in hexadecimal; see <see cref="PlanShare.HashOf"/>.</summary>
    public required string CodeHash { get; init; }

    public required string IntroductionId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
