namespace Portal.Signposting.Domain.Introductions;

/// <summary>How long a site waits for the answers of groups. Kept as one JSON row of its settings.</summary>
internal sealed record IntroductionSettings
{
    /// <summary>Name of the row.</summary>
    public const string Name = "signposting.introductions";

    /// <summary>Fewest and most days of both.</summary>
    public const int Least = 2;
    public const int Most = 30;

    /// <summary>After so many days a group is asked again.</summary>
    public int NudgeAfterDays { get; init; } = 7;

    /// <summary>After so many days the worker is told that no answer came.</summary>
    public int NoAnswerAfterDays { get; init; } = 14;
}
