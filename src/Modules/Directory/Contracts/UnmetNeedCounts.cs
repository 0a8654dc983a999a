namespace Portal.Directory.Contracts;

/// <summary>Reads what was looked for in vain.</summary>
public interface IUnmetNeedCounts
{
    /// <summary>The counts of the weeks that begin on these days or between them.</summary>
    Task<IReadOnlyList<UnmetCount>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>What a kind is called in the reader's language; null for "any kind".</summary>
    Task<Func<string, string?>> NamesAsync(CancellationToken cancellationToken);
}

/// <summary>How often something was looked for in vain.</summary>
/// <param name="Week">The Monday that begins the week.</param>
/// <param name="Kind">A kind of activity or a need, or <see cref="Any"/>.</param>
/// <param name="Area">First half of a postcode, or a town, or <see cref="Any"/>.</param>
public sealed record UnmetCount(DateOnly Week, string Kind, string Area, int Count)
{
    /// <summary>Stands for any kind, or anywhere.</summary>
    public const string Any = "-";
}
