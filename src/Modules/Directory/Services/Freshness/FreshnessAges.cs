using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>After how long listings sink in the search: when they go stale, and more halfway from there to when they are hidden.</summary>
internal sealed class FreshnessAges(FreshnessReader reader) : IRankingAges
{
    public async ValueTask<RankingAges> ReadAsync(CancellationToken cancellationToken)
    {
        var settings = (await reader.ReadAsync(cancellationToken)).Settings;
        return new RankingAges(settings.StaleAfterDays, (settings.StaleAfterDays + settings.HideAfterDays) / 2);
    }
}
