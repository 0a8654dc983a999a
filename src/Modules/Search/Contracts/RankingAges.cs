namespace Portal.Search.Contracts;

/// <summary>Says after how long without confirmation items come later. A module that has rules of its own about it registers a class of this contract.</summary>
public interface IRankingAges
{
    /// <summary>The ages for the tenant.</summary>
    ValueTask<RankingAges> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>After how many days since it was last confirmed an item sinks, and sinks further.</summary>
/// <param name="StaleAfterDays">Days after which it sinks.</param>
/// <param name="VeryStaleAfterDays">Days after which it sinks further.</param>
public sealed record RankingAges(int StaleAfterDays, int VeryStaleAfterDays);
