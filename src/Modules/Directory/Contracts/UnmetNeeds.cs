namespace Portal.Directory.Contracts;

/// <summary>Counts what people need and nobody offers near them. Nothing of it says who.</summary>
public interface IUnmetNeeds
{
    /// <summary>Counts one more, in the week it is. It is written with the running unit of work: the caller saves.</summary>
    void Record(UnmetWish wish);
}

/// <summary>What somebody looked for in vain.</summary>
/// <param name="Activities">Paths of kinds of activity.</param>
/// <param name="Needs">Paths of needs.</param>
/// <param name="Place">Postcode or town as typed; only the first half of a postcode is kept. Null for anywhere.</param>
public sealed record UnmetWish(IReadOnlyList<string> Activities, IReadOnlyList<string> Needs, string? Place);
