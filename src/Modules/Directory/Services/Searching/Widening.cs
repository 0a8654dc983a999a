using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Directory.Resources;
using Portal.Search.Contracts;

namespace Portal.Directory.Services.Searching;

/// <summary>What is shown beside a search that finds nothing or next to nothing.</summary>
/// <param name="Sentences">What was asked for that there is not, and what is shown instead.</param>
/// <param name="Hits">The best of it, without what the search itself found.</param>
/// <param name="Query">The search that shows all of it; null where no address says it.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record Widened(IReadOnlyList<string> Sentences, IReadOnlyList<SearchHit> Hits, GroupQuery? Query, int Total);

/// <summary>
/// Lets go of one thing that was asked for at a time, until something is found, and says which. The order: how a word is spelled, how far
/// away, when, the other filters one by one, that all words have to be there, all filters, the words.
/// </summary>
internal sealed class Widening(GroupSearch search, FacetWords words, IStringLocalizer<DirectoryText> texts, IStringLocalizer<FindingText> finding)
{
    /// <summary>A search that finds fewer is widened.</summary>
    public const int Few = 3;

    private const int MostShown = 10;

    /// <summary>The first filters are the first to go; what somebody needs to take part at all goes last.</summary>
    private static readonly IReadOnlyList<string> order =
    [
        ListingFacets.When, ListingFacets.Time, ListingFacets.Day, ListingFacets.Cost, ListingFacets.How, ListingFacets.Audience, ListingFacets.Need, ListingFacets.Category,
        ListingFacets.Language, ListingFacets.Access,
    ];

    /// <summary>True when a search finds so little that it is widened: next to nothing, or nothing within the distance that one could go to.</summary>
    public static bool IsLittle(GroupQuery query, SearchResults found) => found.Total < Few || FindsNothingWithin(query, found) || MayBeMisspelt(found);

    /// <summary>True when what is found has only some of the words, and may have all of them spelled otherwise.</summary>
    private static bool MayBeMisspelt(SearchResults found) => found.HasSomeWordsOnly && found.Suggestion is not null;

    /// <summary>True when what is shown instead is nearer to what was asked for than what was found.</summary>
    public static bool GoesFirst(GroupQuery query, SearchResults found) => found.Total == 0 || FindsNothingWithin(query, found) || MayBeMisspelt(found);

    /// <summary>True when what is found can only be joined from anywhere, though a distance was asked for.</summary>
    public static bool FindsNothingWithin(GroupQuery query, SearchResults found) => query.Within is not null && found.InPlace == 0;

    /// <summary>Widens a search; null when it finds enough, or when nothing is found whatever is let go.</summary>
    public async Task<Widened?> WidenAsync(GroupQuery asked, FoundPlace? place, SearchResults found, TermList terms, CancellationToken cancellationToken)
    {
        if (!IsLittle(asked, found)) return null;
        var query = asked with { Page = 1 };
        List<string> sentences = [];
        if (found.Suggestion is { } suggestion && (found.Total == 0 || found.HasSomeWordsOnly))
        {
            var spelled = query with { Words = suggestion };
            var better = await search.FindAsync(spelled, place, MostShown, [], cancellationToken);
            if (found.Total > 0 && better is { Total: > 0, HasSomeWordsOnly: false }) return new Widened([finding["Widen.SpelledAll", query.Words!, suggestion]], better.Hits, spelled, better.Total);
            if (found.Total >= Few && !FindsNothingWithin(query, found)) return null;
            if (found.Total == 0)
            {
                sentences.Add(finding["Widen.Spelled", query.Words!, suggestion]);
                query = spelled;
            }
        }

        foreach (var way in Ways(query, place, found, terms, isSpelled: sentences.Count > 0))
        {
            var wider = await search.FindAsync(way.Query, place, MostShown + Few, [], cancellationToken, way.AnyWords);
            if (way.IsFarther ? wider.InPlace <= found.InPlace : wider.Total <= found.Total) continue;
            var hits = wider.Hits.Where(hit => !found.Hits.Any(shown => shown.ItemId == hit.ItemId) && !(way.IsFarther && hit.Miles is null)).Take(MostShown).ToList();
            if (hits.Count == 0) continue;
            if (way.Sentence is not null) sentences.Add(way.Sentence);
            return new Widened(sentences, hits, way.AnyWords ? null : way.Query, wider.Total);
        }

        return null;
    }

    private IEnumerable<Way> Ways(GroupQuery query, FoundPlace? place, SearchResults found, TermList terms, bool isSpelled)
    {
        if (isSpelled) yield return new Way(query, null);
        var isNothing = found.Total == 0;
        if (query.Within is { } within && place is not null)
        {
            foreach (var miles in GroupQuery.Distances.Where(miles => miles > within))
                yield return new Way(query with { Within = miles }, finding["Widen.Within", texts["Chip.within", texts.Miles(within), place.Name], texts.Miles(miles)], IsFarther: true);
            yield return new Way(query with { Within = null }, finding["Widen.Farther", texts["Chip.within", texts.Miles(within), place.Name]], IsFarther: true);
        }

        // Enough is found, only not near: letting go of anything else would not bring it nearer.
        if (found.Total >= Few) yield break;
        foreach (var group in order.Where(group => query.Filters.Any(filter => filter.Group == group)))
        {
            var chosen = query.Filters.Where(filter => filter.Group == group).ToList();
            var phrases = texts.JoinOr([.. chosen.Select(filter => words.Name(filter, terms) is { } name ? words.Phrase(filter, name) : filter.Value)]);
            var key = group is ListingFacets.Day or ListingFacets.When ? "Widen.Day" : "Widen.Filter";
            yield return new Way(query with { Filters = [.. query.Filters.Except(chosen)] }, isNothing ? finding[key, phrases] : finding["Few.Filter", phrases]);
        }

        if (query.Words is not null && !found.HasSomeWordsOnly) yield return new Way(query, isNothing ? finding["Widen.SomeWords"] : finding["Few.SomeWords"], AnyWords: true);
        if (query.Filters.Count + (query.Within is null ? 0 : 1) > 1) yield return new Way(query with { Filters = [], Within = null }, finding[isNothing ? "Widen.Filters" : "Few.Filters"]);
        if (isNothing && query.Words is { } typed && (query.Filters.Count > 0 || place is not null)) yield return new Way(query with { Words = null }, finding["Widen.Words", typed]);
    }

    /// <summary>A search that asks for less.</summary>
    /// <param name="Sentence">What it does not ask for any more.</param>
    /// <param name="IsFarther">True when only places that one can go to are looked for.</param>
    private sealed record Way(GroupQuery Query, string? Sentence, bool IsFarther = false, bool AnyWords = false);
}
