using System.Text.Json.Serialization;

namespace Portal.Signposting.Domain.Pathway;

/// <summary>The way people go through a service: its stages, how soon somebody is contacted, why care ends. Kept as one JSON row of the site's settings; recipes carry it.</summary>
internal sealed record PathwaySettings
{
    /// <summary>Name of the row.</summary>
    public const string Name = "signposting.pathway";

    public const int MostStages = 12;
    public const int MostReasons = 20;
    public const int LongestKey = 40;
    public const int LongestName = 60;
    public const int MostDays = 730;
    public const int MostWeeks = 52;
    public const int MostPeople = 500;

    /// <summary>In the order in which people go through them; a person begins at the first.</summary>
    public IReadOnlyList<PathwayStage> Stages { get; init; } =
    [
        new() { Key = "waiting", IsWaiting = true, ExpectedDays = 14 },
        new() { Key = "support", ExpectedDays = 90 },
        new() { Key = "review", ExpectedDays = 60 },
    ];

    /// <summary>Why care ends.</summary>
    public IReadOnlyList<ClosingReason> ClosingReasons { get; init; } =
    [
        new() { Key = "done" }, new() { Key = "elsewhere" }, new() { Key = "not-wanted" }, new() { Key = "not-reached" }, new() { Key = "moved" }, new() { Key = "died" }, new() { Key = "other" },
    ];

    /// <summary>Within so many days after the referral a first contact is hoped for.</summary>
    public int FirstContactDays { get; init; } = 5;

    /// <summary>After so many working days somebody who was not reached is tried again.</summary>
    public int TryAgainDays { get; init; } = 3;

    /// <summary>Who was not reached for so many weeks comes on the agenda of the team meeting.</summary>
    public int QuietWeeks { get; init; } = 6;

    /// <summary>Whether the number of people a worker looks after is shown beside what is meant to be enough.</summary>
    public bool UsesCapacity { get; init; } = true;

    /// <summary>How many people at a time are enough for one worker.</summary>
    public int Capacity { get; init; } = 40;

    /// <summary>Where everybody begins.</summary>
    [JsonIgnore]
    public PathwayStage First => Stages[0];

    /// <summary>The stage of that key; the first where it is no longer known.</summary>
    public PathwayStage Find(string key) => Stages.FirstOrDefault(stage => stage.Key == key) ?? First;

    /// <summary>What does not fit, in English, for recipes. The form has words of its own.</summary>
    public IEnumerable<string> Faults()
    {
        if (Stages.Count is 0 or > MostStages) yield return $"A pathway needs 1 to {MostStages} stages.";
        if (ClosingReasons.Count is 0 or > MostReasons) yield return $"A pathway needs 1 to {MostReasons} reasons for closing.";
        foreach (var named in Stages.Concat<PathwayName>(ClosingReasons))
        {
            if (!IsKey(named.Key)) yield return $"The key '{named.Key}' needs 1 to {LongestKey} small letters, digits or hyphens.";
            foreach (var text in named.Names.Values.Where(text => text.Trim().Length is 0 or > LongestName)) yield return $"The name '{text}' needs 1 to {LongestName} characters.";
        }

        if (Stages.Select(stage => stage.Key).Distinct(StringComparer.Ordinal).Count() != Stages.Count) yield return "Two stages have the same key.";
        if (ClosingReasons.Select(reason => reason.Key).Distinct(StringComparer.Ordinal).Count() != ClosingReasons.Count) yield return "Two reasons for closing have the same key.";
        if (Stages.Any(stage => stage.ExpectedDays is < 1 or > MostDays)) yield return $"The expected days of a stage have to be 1 to {MostDays}.";
        if (FirstContactDays is < 1 or > MostDays || TryAgainDays is < 1 or > MostDays) yield return $"Days have to be 1 to {MostDays}.";
        if (QuietWeeks is < 1 or > MostWeeks) yield return $"The weeks without a contact have to be 1 to {MostWeeks}.";
        if (Capacity is < 1 or > MostPeople) yield return $"The people of a worker have to be 1 to {MostPeople}.";
    }

    private static bool IsKey(string key) => key.Length is > 0 and <= LongestKey && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}

/// <summary>Something of the pathway with a key that stays and a name in each language.</summary>
internal abstract record PathwayName
{
    /// <summary>Small letters, digits and hyphens. Kept with people, so it stays when the names change.</summary>
    public required string Key { get; init; }

    /// <summary>Name by language. Those the program brings with it have none: their words are among its texts.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A stage, or tier, of the way.</summary>
internal sealed record PathwayStage : PathwayName
{
    /// <summary>Whether people in it wait for something to begin.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWaiting { get; init; }

    /// <summary>Who is in it for longer waits too long; null for no such limit.</summary>
    public int? ExpectedDays { get; init; }
}

/// <summary>Why care ends.</summary>
internal sealed record ClosingReason : PathwayName
{
    /// <summary>Key of the reason of those who want no more support.</summary>
    public const string NotWanted = "not-wanted";
}
