namespace Portal.Search.Contracts;

/// <summary>Goes through all items of one kind by a rule that another module has.</summary>
public interface IItemScan
{
    /// <summary>The items that the rule likes best. All of it happens in memory: no query is asked.</summary>
    Task<ScanResult> ScanAsync(ScanQuery query, CancellationToken cancellationToken);
}

/// <summary>What items are looked at for, and by which rule.</summary>
public sealed record ScanQuery
{
    /// <summary>The most values a rule can ask about.</summary>
    public const int MostAsked = 128;

    /// <summary>Value that stands for any of its group: "some language is known".</summary>
    public const string AnyValue = "*";

    /// <summary>Kind of the items.</summary>
    public required string Kind { get; init; }

    /// <summary>Language of the reader, by whose alphabet those that are liked alike stand in order.</summary>
    public required string Language { get; init; }

    /// <summary>From where distances are measured.</summary>
    public Point? Near { get; init; }

    /// <summary>The values the rule asks about, at most <see cref="MostAsked"/>; one with <see cref="AnyValue"/> asks for any of its group.</summary>
    public required IReadOnlyList<Facet> Asked { get; init; }

    /// <summary>How well an item is liked, the more the better; null leaves it out.</summary>
    public required Func<ScannedItem, double?> Score { get; init; }

    /// <summary>How many to give at most.</summary>
    public int Take { get; init; } = 10;
}

/// <summary>What the index knows of an item, as far as a rule asks.</summary>
/// <param name="Has">A bit for each of <see cref="ScanQuery.Asked"/>, the first the lowest.</param>
/// <param name="Miles">Distance; null where there is no place or none to measure from.</param>
/// <param name="HasPlace">True when it takes place somewhere that is known.</param>
/// <param name="Anywhere">True when it can be joined from anywhere.</param>
/// <param name="Rests">True while it has a break or takes nobody.</param>
/// <param name="AssuredOn">When somebody last said it is right.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ScannedItem(UInt128 Has, double? Miles, bool HasPlace, bool Anywhere, bool Rests, DateOnly? AssuredOn);

/// <summary>What was found.</summary>
/// <param name="Best">The best first.</param>
/// <param name="Total">How many the rule did not leave out.</param>
public sealed record ScanResult(IReadOnlyList<ScannedHit> Best, int Total);

/// <summary>An item that was found.</summary>
/// <param name="ItemId">Id of the thing over all its languages.</param>
/// <param name="Facts">What the rule saw.</param>
/// <param name="Score">How well it was liked.</param>
public sealed record ScannedHit(string ItemId, ScannedItem Facts, double Score);
