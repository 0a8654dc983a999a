using Portal.Search.Contracts;

namespace Portal.Search.Services;

/// <summary>Half a year and a year, where no module says otherwise.</summary>
internal sealed class UsualAges : IRankingAges
{
    public static RankingAges Ages { get; } = new(180, 365);

    public ValueTask<RankingAges> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Ages);
}
