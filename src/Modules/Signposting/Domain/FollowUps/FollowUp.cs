using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain.FollowUps;

/// <summary>Whether something helped.</summary>
internal enum Helped
{
    ALot,

    ALittle,

    No,

    NotTried,
}

/// <summary>How a step went, as the person told the worker on a day.</summary>
internal sealed class FollowUp : IBehindTheScenes
{
    public const int LongestWords = 1000;

    /// <summary>Why somebody did not go, or did not do it.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["unwell", "way", "time", "cost", "nerves", "company", "off", "not-for-me", "other"];

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    public required string StepId { get; init; }

    /// <summary>User id of the worker who noted it.</summary>
    public required string ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Whether they went, or did it; null when nobody asked.</summary>
    public bool? Attended { get; init; }

    /// <summary>Why not, of <see cref="Reasons"/>; null for no reason, and where they went.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether it helped; null when nobody asked.</summary>
    public Helped? DidHelp { get; init; }

    public string? SealedWords { get; private set; }

    /// <summary>When it was taken back as a mistake.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>True where it went badly: then the person's own plan tells what helped before.</summary>
    public bool IsSetback => Attended == false || DidHelp == Helped.No;

    public bool IsGood => DidHelp is Helped.ALot or Helped.ALittle;

    /// <summary>Why, in the person's words; empty when nothing is written.</summary>
    public string Words(PrivateText texts) => SealedWords is null ? "" : texts.Open(SealedWords, Id, nameof(SealedWords));

    public void SetWords(PrivateText texts, string words) => SealedWords = words.Length == 0 ? null : texts.Seal(words, Id, nameof(SealedWords));
}
