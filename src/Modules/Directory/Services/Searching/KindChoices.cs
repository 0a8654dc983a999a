using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Search.Contracts;

namespace Portal.Directory.Services.Searching;

/// <summary>The kinds of groups there are, for those whose words lead nowhere.</summary>
internal sealed class KindChoices(GroupSearch search, FacetWords words, IStringLocalizer<FindingText> finding)
{
    /// <summary>A search for each kind that has groups, the nearest first where a place is known.</summary>
    public async Task<IReadOnlyList<FilterChip>> NearAsync(string? near, FoundPlace? place, TermList terms, CancellationToken cancellationToken)
    {
        var everywhere = new GroupQuery { Near = place is null ? null : near };
        var counts = (await search.FindAsync(everywhere, place, 0, [ListingFacets.Category], cancellationToken)).Counts[ListingFacets.Category];
        return [.. words.Values(ListingFacets.Category, terms, counts)
            .Select(value => (Facet: new Facet(ListingFacets.Category, value), Count: counts.GetValueOrDefault(value)))
            .Where(kind => kind.Count > 0)
            .Select(kind => new FilterChip(finding["Kind", words.Name(kind.Facet, terms) ?? kind.Facet.Value, kind.Count], everywhere.Toggle(kind.Facet)))];
    }
}
