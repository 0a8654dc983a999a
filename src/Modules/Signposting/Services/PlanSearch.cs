using Portal.Directory.Contracts;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services;

/// <summary>What is looked for beside a plan. Its names are those in the page's address.</summary>
internal sealed record PlanQuery
{
    /// <summary>Words as typed.</summary>
    public string? Q { get; init; }

    /// <summary>Place as typed.</summary>
    public string? Near { get; init; }

    /// <summary>Only things of one kind; null for all.</summary>
    public StepKind? Kind { get; init; }

    /// <summary>Page of the results, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True when nothing is looked for.</summary>
    public bool IsEmpty => ToRoute().Count == 0;

    /// <summary>Words, place and kind as they stand in an address; what is not looked for is left out.</summary>
    public IDictionary<string, string?> ToRoute()
    {
        var route = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (!string.IsNullOrWhiteSpace(Q)) route["q"] = Q;
        if (!string.IsNullOrWhiteSpace(Near)) route["near"] = Near;
        if (Kind is { } kind) route["kind"] = kind.ToString();
        return route;
    }
}

/// <summary>Something found for a plan.</summary>
/// <param name="Listing">The group's card; null for the other kinds.</param>
internal sealed record PlanMatch(SearchHit Hit, StepKind Kind, ListingCard? Listing, bool SpeaksLanguage, bool IsInPlan);

/// <summary>What was found for a plan.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Pages">How many pages they fill.</param>
/// <param name="Suggestion">Words that would find something, when those typed are unknown.</param>
/// <param name="PlaceIsUnknown">True when the place typed is not known; then distances are not told.</param>
internal sealed record PlanMatches(IReadOnlyList<PlanMatch> Items, int Total, int Pages, string? Suggestion, bool PlaceIsUnknown);

/// <summary>Finds groups, things to read and courses for a plan, in the worker's language.</summary>
internal sealed class PlanSearch(ISearch search, IPlaces places, IListings listings, TenantContext tenant)
{
    private const int PageSize = 10;

    private static readonly Dictionary<string, StepKind> kinds = new(StringComparer.Ordinal)
    {
        ["listing"] = StepKind.Listing,
        ["article"] = StepKind.Article,
        ["programme"] = StepKind.Programme,
    };

    /// <summary>Finds what fits.</summary>
    public async Task<PlanMatches> FindAsync(PlanQuery query, Plan plan, CancellationToken cancellationToken)
    {
        var place = string.IsNullOrWhiteSpace(query.Near) ? null : await places.FindAsync(query.Near, cancellationToken);
        var found = await search.FindAsync(
            new SearchQuery
            {
                Kinds = [.. kinds.Where(kind => query.Kind is null || kind.Value == query.Kind).Select(kind => kind.Key)],
                Words = query.Q,
                Language = tenant.Language,
                Near = place?.Point,
                Page = Math.Max(1, query.Page),
                PageSize = PageSize,
            },
            cancellationToken);
        var groups = found.Hits.Where(hit => kinds[hit.Kind] == StepKind.Listing).Select(hit => hit.ItemId).ToList();
        var cards = groups.Count == 0 ? new Dictionary<string, ListingCard>(StringComparer.Ordinal) : await listings.CardsAsync(groups, cancellationToken);
        return new PlanMatches(
            [
                .. found.Hits.Select(hit =>
                {
                    var (kind, card) = (kinds[hit.Kind], cards.GetValueOrDefault(hit.ItemId));
                    return new PlanMatch(hit, kind, card, card?.LanguageCodes.Contains(plan.Language, StringComparer.OrdinalIgnoreCase) ?? false, plan.Has(kind, hit.ItemId));
                }),
            ],
            found.Total,
            (found.Total + PageSize - 1) / PageSize,
            found.Suggestion,
            !string.IsNullOrWhiteSpace(query.Near) && place is null);
    }
}
