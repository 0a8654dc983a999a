using Portal.Directory.Contracts;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;

namespace Portal.Learning.Contracts;

/// <summary>Finds groups that fit what somebody reads about.</summary>
public sealed class GroupsThatFit(ISearch search, IListings listings, ITaxonomies taxonomies, TenantContext tenant)
{
    private const string DirectoryFeature = "Portal.Directory";

    /// <summary>The best groups that speak to one of the needs, in the reader's language; none where the tenant has no directory.</summary>
    public async Task<IReadOnlyList<ListingCard>> FindAsync(IReadOnlyCollection<string> needs, int count, CancellationToken cancellationToken)
    {
        var paths = await PathsAsync(needs, cancellationToken);
        if (paths.Count == 0 || !tenant.Profile.Features.Contains(DirectoryFeature)) return [];

        var query = new SearchQuery
        {
            Kinds = [ListingFacets.Kind],
            Language = tenant.Language,
            Filters = [.. paths.Select(path => new Facet(ListingFacets.Need, path))],
            PageSize = count,
        };
        var found = await search.FindAsync(query, cancellationToken);
        return await CardsAsync([.. found.Hits.Select(hit => hit.ItemId)], cancellationToken);
    }

    /// <summary>The groups of those ids in the same order, in the reader's language; those not public are left out.</summary>
    public async Task<IReadOnlyList<ListingCard>> CardsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || !tenant.Profile.Features.Contains(DirectoryFeature)) return [];
        var cards = await listings.CardsAsync(ids, cancellationToken);
        return [.. ids.Where(cards.ContainsKey).Select(id => cards[id])];
    }

    /// <summary>The paths of needs, as addresses and filters name them.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync(IReadOnlyCollection<string> needs, CancellationToken cancellationToken)
    {
        if (needs.Count == 0) return [];
        var terms = await taxonomies.ReadAsync(cancellationToken);
        return [.. needs.Select(terms.Find).OfType<TermInfo>().Select(term => term.Path)];
    }
}
