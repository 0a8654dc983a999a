using Portal.Platform.Data;
using Portal.Signposting.Services;

namespace Portal.Signposting.Domain;

/// <summary>Something the person wants to reach, in their own words. Steps of the plan can serve it.</summary>
internal sealed class PlanGoal : IBehindTheScenes
{
    public const int LongestWords = 200;
    public const int LongestText = 500;

    /// <summary>Importance and confidence run from nothing to this.</summary>
    public const int HighestScore = 10;

    public required string Id { get; init; }

    public required string PlanId { get; init; }

    /// <summary>Place in the plan; smaller first, not without gaps.</summary>
    public required int Order { get; init; }

    public string? SealedWords { get; private set; }

    public string? SealedNeed { get; private set; }

    public string? SealedSigns { get; private set; }

    public string? SealedOutcome { get; private set; }

    /// <summary>How much it matters to the person, 0 to 10; null when nobody asked.</summary>
    public int? Importance { get; set; }

    /// <summary>When it was taken out; it can be put back until a job clears it away.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The goal in the person's words.</summary>
    public string Words(PrivateText texts) => Open(texts, SealedWords, nameof(SealedWords));

    /// <summary>What lies behind it: "The days are long since my husband died."</summary>
    public string Need(PrivateText texts) => Open(texts, SealedNeed, nameof(SealedNeed));

    /// <summary>Small signs by which the person would notice progress.</summary>
    public string Signs(PrivateText texts) => Open(texts, SealedSigns, nameof(SealedSigns));

    /// <summary>What came of it.</summary>
    public string Outcome(PrivateText texts) => Open(texts, SealedOutcome, nameof(SealedOutcome));

    public void SetWords(PrivateText texts, string words) => SealedWords = Seal(texts, words, nameof(SealedWords));

    public void SetNeed(PrivateText texts, string need) => SealedNeed = Seal(texts, need, nameof(SealedNeed));

    public void SetSigns(PrivateText texts, string signs) => SealedSigns = Seal(texts, signs, nameof(SealedSigns));

    public void SetOutcome(PrivateText texts, string outcome) => SealedOutcome = Seal(texts, outcome, nameof(SealedOutcome));

    private string Open(PrivateText texts, string? value, string column) => value is null ? "" : texts.Open(value, Id, column);

    private string? Seal(PrivateText texts, string value, string column) => value.Length == 0 ? null : texts.Seal(value, Id, column);
}
