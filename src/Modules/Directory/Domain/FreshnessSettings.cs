namespace Portal.Directory.Domain;

/// <summary>After how long without a word from a group a site does what. Kept as one JSON row of its settings. All in days.</summary>
internal sealed record FreshnessSettings
{
    /// <summary>Name of the row.</summary>
    public const string Name = "directory.freshness";

    /// <summary>After so many days those who keep the page are asked whether it is still right.</summary>
    public int AskAfterDays { get; init; } = 120;

    /// <summary>So long they are left in peace before they are asked again.</summary>
    public int RemindEveryDays { get; init; } = 21;

    /// <summary>After so many days the page says that one should ring first, and comes later in the search.</summary>
    public int StaleAfterDays { get; init; } = 180;

    /// <summary>After so many days the search no longer shows the group.</summary>
    public int HideAfterDays { get; init; } = 365;

    /// <summary>True when groups that nobody keeps are asked at the e-mail address on their page.</summary>
    public bool AsksPublishedAddresses { get; init; } = true;

    /// <summary>True when each step comes after the one before.</summary>
    public bool IsInOrder => AskAfterDays < StaleAfterDays && StaleAfterDays < HideAfterDays;
}
