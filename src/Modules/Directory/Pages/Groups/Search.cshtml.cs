using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Services.Searching;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Search.Contracts;

namespace Portal.Directory.Pages.Groups;

/// <summary>Finds groups by words, place and filters.</summary>
[SharedPage]
internal sealed class SearchModel(
    GroupSearch search, Widening widening, KindChoices kinds, IListings listings, IPlaces places, ITaxonomies taxonomies, FilterPanel panel, IStringLocalizer<DirectoryText> texts)
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

    /// <summary>True when a card says how long the way is on foot.</summary>
    public bool ShowsWalks => Cards.Concat(Widened?.Cards ?? []).Any(card => card.Miles is { } miles && Distances.IsWalk(miles));

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public IReadOnlyList<FilterGroup> Filters { get; private set; } = [];

    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>Words that would find something, where those typed are unknown.</summary>
    public string? Suggestion { get; private set; }

    /// <summary>True when nothing has all of the words, and what is shown has some of them.</summary>
    public bool HasSomeWordsOnly { get; private set; }

    /// <summary>What is shown beside next to nothing; null where enough was found.</summary>
    public WidenedCards? Widened { get; private set; }

    /// <summary>True when what is shown is for the words spelled otherwise already.</summary>
    public bool HasCorrected => Suggestion is not null && Widened?.Query?.Words == Suggestion;

    /// <summary>True when so little was found that the page says whom to talk to.</summary>
    public bool IsLittle { get; private set; }

    /// <summary>The kinds of groups there are, when nothing was found.</summary>
    public IReadOnlyList<FilterChip> Kinds { get; private set; } = [];

    /// <summary>What to try when nothing was found.</summary>
    public IReadOnlyList<FilterChip> WaysOut { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Query = GroupQuery.Read(Request.Query);
        await FindPlaceAsync(cancellationToken);
        var terms = await taxonomies.ReadAsync(cancellationToken);
        var results = await search.FindAsync(Query, Place, PageSize, ListingFacets.All, cancellationToken);
        Total = results.Total;
        HasSomeWordsOnly = results.HasSomeWordsOnly && Total > 0;
        Suggestion = results.Suggestion;
        Filters = panel.Groups(Query, results, terms, Place);
        Chips = panel.Chips(Query, terms, Place);
        Cards = await CardsAsync(results.Hits, cancellationToken);
        IsLittle = Widening.IsLittle(Query, results);
        if (IsLittle && Query.Page == 1 && await widening.WidenAsync(Query, Place, results, terms, cancellationToken) is { } widened)
            Widened = new WidenedCards(widened.Sentences, await CardsAsync(widened.Hits, cancellationToken), widened.Query, widened.Total, Widening.GoesFirst(Query, results), IsNear: !Widening.FindsNothingWithin(Query, results));

        // What is shown above need not be shown once more.
        if (Widened is { GoesFirst: true }) Cards = [.. Cards.ExceptBy(Widened.Cards.Select(shown => shown.Card.Id), card => card.Card.Id)];
        if (Total > 0) return;
        HttpContext.Shows(Insight.Nothing(Query, Place));
        WaysOut = await FindWaysOutAsync(cancellationToken);
        Kinds = await kinds.NearAsync(Query.Near, Place, terms, cancellationToken);
    }

    private async Task FindPlaceAsync(CancellationToken cancellationToken)
    {
        if (Query.Near is not null) Place = await places.FindAsync(Query.Near, cancellationToken);
        if (Query.Near is not null && Place is null) PlaceError = texts["Search.PlaceUnknown"];
        if (Place is null) Query = Query with { Within = null };
    }

    private async Task<IReadOnlyList<CardOnPage>> CardsAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        var cards = await listings.CardsAsync([.. hits.Select(hit => hit.ItemId)], cancellationToken);
        return [.. hits.Where(hit => cards.ContainsKey(hit.ItemId)).Select(hit => new CardOnPage(cards[hit.ItemId], hit.Miles))];
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
            var found = (await search.FindAsync(query, Place, 0, [], cancellationToken)).Total;
            if (found > 0) ways.Add(new FilterChip(texts["WayOut", texts[key], texts.Count("Search.Found", found)], query));
        }
    }
}

/// <summary>What is shown beside a search that finds next to nothing; see <see cref="Portal.Directory.Services.Searching.Widened"/>.</summary>
/// <param name="GoesFirst">True when it stands before what the search itself found.</param>
/// <param name="IsNear">False when the search itself found only what can be joined from anywhere.</param>
internal sealed record WidenedCards(IReadOnlyList<string> Sentences, IReadOnlyList<CardOnPage> Cards, GroupQuery? Query, int Total, bool GoesFirst, bool IsNear);
