using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.Answers;

/// <summary>What a person says on their own plan.</summary>
internal enum PersonAnswerKind
{
    /// <summary>They have been there, or have done it.</summary>
    Went,

    /// <summary>It is not for them.</summary>
    RatherNot,

    /// <summary>They would like a call about it.</summary>
    CallMe,

    /// <summary>A goal of their own.</summary>
    Goal,
}

/// <summary>Something a person said on their shared plan. What they wrote is sealed.</summary>
internal sealed class PersonAnswer : IBehindTheScenes
{
    public const int LongestGoal = 200;

    /// <summary>Goals of one's own at a time.</summary>
    public const int MostGoals = 5;

    /// <summary>Answers of one plan in an hour, those taken back too: more is somebody who plays.</summary>
    public const int MostAnHour = 40;

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    /// <summary>The step it is about; null for a goal.</summary>
    public string? StepId { get; init; }

    public required PersonAnswerKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? SealedText { get; private set; }

    /// <summary>When the person took it back.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>When the worker said that they have seen it.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>The goal in the person's words; empty for the other kinds.</summary>
    public string Text(PrivateText texts) => SealedText is null ? "" : texts.Open(SealedText, Id, nameof(SealedText));

    public void SetText(PrivateText texts, string text) => SealedText = texts.Seal(text, Id, nameof(SealedText));

    /// <summary>True for two that cannot both be so: who went cannot rather not have gone.</summary>
    public static bool Excludes(PersonAnswerKind kind, PersonAnswerKind other)
        => (kind, other) is (PersonAnswerKind.Went, PersonAnswerKind.RatherNot) or (PersonAnswerKind.RatherNot, PersonAnswerKind.Went);
}

/// <summary>That a plan was opened with a link by somebody who was not signed in.</summary>
internal sealed class PlanOpening : IBehindTheScenes
{
    public required string Id { get; init; }

    public required string ShareId { get; init; }

    public required DateTimeOffset At { get; init; }
}
