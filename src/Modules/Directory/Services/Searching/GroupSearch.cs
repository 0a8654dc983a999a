using Portal.Directory.Contracts;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Directory.Services.Searching;

/// <summary>Asks the index what the address of the search page asks.</summary>
internal sealed class GroupSearch(ISearch search, TenantContext tenant, DateWords dates)
{
    /// <summary>Finds groups.</summary>
    /// <param name="place">The place of the query, found; null for none.</param>
    /// <param name="count">Groups of filters whose values are counted.</param>
    /// <param name="anyWords">True to find also what has only some of the words.</param>
    public Task<SearchResults> FindAsync(
        GroupQuery query, FoundPlace? place, int pageSize, IReadOnlyList<string> count, CancellationToken cancellationToken, bool anyWords = false)
        => search.FindAsync(
            new SearchQuery
            {
                Kinds = [ListingFacets.Kind],
                Words = query.Words,
                AnyWords = anyWords,
                Language = tenant.Language,
                Near = place?.Point,
                WithinMiles = place is null ? null : query.Within,
                Filters = WhenFilter.InIndex(query.Filters, dates.Today),
                Count = count,
                Page = query.Page,
                PageSize = pageSize,
            },
            cancellationToken);
}
