using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Search.Contracts;

namespace Portal.Directory.Pages.Groups;

/// <summary>Finds groups by words, place and filters.</summary>
[SharedPage]
internal sealed class SearchModel(
    ISearch search, IListings listings, IPlaces places, ITaxonomies taxonomies, FilterPanel panel, TenantContext tenant, DateWords dates, IStringLocalizer<DirectoryText> texts)
    : PageModel
{
    private const int PageSize = 20;

    /// <summary>What is looked for.</summary>
    public GroupQuery Query { get; private set; } = new();

    /// <summary>The place distances are measured from.</summary>
    public FoundPlace? Place { get; private set; }

    /// <summary>What is wrong with the place typed.</summary>
    public string? PlaceError { get; private set; }

    public IReadOnlyList<CardOnPage> Cards { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public IReadOnlyList<FilterGroup> Filters { get; private set; } = [];

    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>Words that would find something, where those typed are unknown.</summary>
    public string? Suggestion { get; private set; }

    /// <summary>What to try when nothing was found.</summary>
    public IReadOnlyList<FilterChip> WaysOut { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Query = GroupQuery.Read(Request.Query);
        await FindPlaceAsync(cancellationToken);
        var terms = await taxonomies.ReadAsync(cancellationToken);
        var results = await FindAsync(Query, PageSize, ListingFacets.All, cancellationToken);
        Total = results.Total;
        Suggestion = results.Suggestion;
        Filters = panel.Groups(Query, results, terms, Place);
        Chips = panel.Chips(Query, terms, Place);
        Cards = await CardsAsync(results, cancellationToken);
        if (Total == 0) HttpContext.Shows(Insight.Nothing(Query, Place));
        if (Total == 0) WaysOut = await FindWaysOutAsync(cancellationToken);
    }

    private async Task FindPlaceAsync(CancellationToken cancellationToken)
    {
        if (Query.Near is not null) Place = await places.FindAsync(Query.Near, cancellationToken);
        if (Query.Near is not null && Place is null) PlaceError = texts["Search.PlaceUnknown"];
        if (Place is null) Query = Query with { Within = null };
    }

    private Task<SearchResults> FindAsync(GroupQuery query, int pageSize, IReadOnlyList<string> count, CancellationToken cancellationToken)
        => search.FindAsync(
            new SearchQuery
            {
                Kinds = [ListingFacets.Kind],
                Words = query.Words,
                Language = tenant.Language,
                Near = Place?.Point,
                WithinMiles = query.Within,
                Filters = WhenFilter.InIndex(query.Filters, dates.Today),
                Count = count,
                Page = query.Page,
                PageSize = pageSize,
            },
            cancellationToken);

    private async Task<IReadOnlyList<CardOnPage>> CardsAsync(SearchResults results, CancellationToken cancellationToken)
    {
        var cards = await listings.CardsAsync([.. results.Hits.Select(hit => hit.ItemId)], cancellationToken);
        return [.. results.Hits.Where(hit => cards.ContainsKey(hit.ItemId)).Select(hit => new CardOnPage(cards[hit.ItemId], hit.Miles))];
    }

    /// <summary>Ways that lead to at least one group, each leaving something out.</summary>
    private async Task<IReadOnlyList<FilterChip>> FindWaysOutAsync(CancellationToken cancellationToken)
    {
        var ways = new List<FilterChip>();
        await OfferAsync("WayOut.Anywhere", Query with { Within = null, Page = 1 });
        await OfferAsync("WayOut.NoFilters", Query with { Filters = [], Page = 1 });
        await OfferAsync("WayOut.NoWords", Query with { Words = null, Page = 1 });
        var fromHome = new List<Facet> { new(ListingFacets.How, AttendanceWays.Online), new(ListingFacets.How, AttendanceWays.Phone) };
        await OfferAsync("WayOut.FromHome", new GroupQuery { Filters = fromHome });
        await OfferAsync("WayOut.All", new GroupQuery { Near = Query.Near });
        return ways;

        async Task OfferAsync(string key, GroupQuery query)
        {
            if (query.Address() == (Query with { Page = 1 }).Address() || ways.Exists(way => way.Without.Address() == query.Address())) return;
            var found = (await FindAsync(query, 0, [], cancellationToken)).Total;
            if (found > 0) ways.Add(new FilterChip(texts["WayOut", texts[key], texts.Count("Search.Found", found)], query));
        }
    }
}

/// <summary>A card and how far away it is, where that can be told.</summary>
internal sealed record CardOnPage(ListingCard Card, double? Miles);
