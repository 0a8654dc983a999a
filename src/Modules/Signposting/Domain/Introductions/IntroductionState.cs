namespace Portal.Signposting.Domain.Introductions;

/// <summary>Where an introduction stands.</summary>
internal enum IntroductionState
{
    /// <summary>The group has been asked.</summary>
    Waiting,

    /// <summary>The person can come.</summary>
    Accepted,

    /// <summary>The person is on the waiting list.</summary>
    WaitingList,

    /// <summary>The person cannot come.</summary>
    Cannot,

    /// <summary>The group has not answered for as long as the site waits. It still can.</summary>
    NoAnswer,
}

/// <summary>Why somebody cannot come.</summary>
internal enum CannotReason
{
    /// <summary>It is full until a month.</summary>
    Full,

    /// <summary>It is not the right group for the person.</summary>
    NotRight,

    /// <summary>The group no longer meets.</summary>
    NoLongerMeets,

    /// <summary>Something else, in the group's words.</summary>
    Other,
}

/// <summary>What a group answers.</summary>
/// <param name="State">Accepted, waiting list or cannot.</param>
/// <param name="Weeks">How long the waiting list is, about.</param>
/// <param name="FullUntil">First day on which there may be room again.</param>
/// <param name="Words">When to come and whom to ask for, or anything else; empty for nothing.</param>
internal sealed record GroupAnswer(IntroductionState State, CannotReason? Reason, int? Weeks, DateOnly? FullUntil, string Words);

/// <summary>What a group learns of a person: nothing else is told.</summary>
/// <param name="Name">First name or initials.</param>
/// <param name="Language">BCP 47 code of the language the person would like to speak there.</param>
/// <param name="Reach">How to reach the person or the worker, in words.</param>
/// <param name="Note">What else the group should know; empty for nothing.</param>
internal sealed record IntroductionLetter(string Name, string Language, string Reach, string Note)
{
    public const int LongestReach = 120;
    public const int LongestNote = 500;
}
