using System.Numerics;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Search.Data;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Finds items: the words in the database's full text, filters, counts and order in memory, the texts of one page from the database.</summary>
internal sealed class SearchService(
    PortalDbContext db, TenantContext tenant, DateWords dates, IndexColumnsReader index, WordMatcher matcher, Suggester suggester) : ISearch
{
    private const double MilesInOneDegree = Math.PI / 180 * 3958.8;

    public async Task<SearchResults> FindAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var settings = tenant.Settings;
        var language = settings.Languages.Contains(query.Language, StringComparer.Ordinal) ? query.Language : settings.DefaultLanguage;
        var readers = await index.GetAsync(language);
        var entries = readers.Entries;
        var words = QueryWord.Parse(query.Words);
        using var matches = words.Count == 0 ? null : await matcher.MatchAsync(readers, words, cancellationToken);

        var kinds = entries.Kinds.Select(kind => query.Kinds.Count == 0 || query.Kinds.Contains(kind, StringComparer.Ordinal)).ToArray();
        matches?.SettleForAnyUnless(position => kinds[entries.Kind[position]]);

        var counter = new FacetCounter(entries, query.Filters, query.Count);
        var (top, total) = Sift(readers, query, kinds, matches, counter);
        var hits = await ReadAsync(readers, top.TakePage(query.Page, query.PageSize), query.Near, cancellationToken);
        var suggestion = matches is { Unknown: { Count: > 0 } unknown }
            ? await suggester.SuggestAsync(query.Words!, unknown, readers, position => kinds[entries.Kind[position]], cancellationToken)
            : null;
        return new SearchResults(hits, total, counter.Result(), suggestion);
    }

    private (TopHits Top, int Total) Sift(ReadersColumns readers, SearchQuery query, bool[] kinds, WordMatches? matches, FacetCounter counter)
    {
        var columns = readers.Entries;
        var top = new TopHits((int)Math.Min((long)query.Page * query.PageSize, columns.Count));
        var today = dates.Today;
        var resting = new RestingEntries(columns, today);
        var total = 0;
        for (var position = 0; position < columns.Count; position++)
        {
            if (!kinds[columns.Kind[position]] || matches?.Fits(position) == false) continue;
            var missed = counter.MissedGroups(position);
            if (BitOperations.PopCount(missed) > 1) continue;
            if (!IsWithin(columns, position, query, out var miles)) continue;
            counter.Count(position, missed);
            if (missed != 0) continue;

            total++;
            var closeness = query.Near is null ? (double?)null : Ranking.Closeness(miles, columns.Anywhere[position], query.WithinMiles);
            var score = Ranking.Score(matches?.TextOf(position), closeness, Ranking.Freshness(columns.AssuredOn[position], today, resting.Has(position)));
            top.Add(position, score, readers.TitleOrder[position]);
        }

        return (top, total);
    }

    /// <summary>Whether an entry is inside the radius; those that have no place or can be joined from anywhere always are.</summary>
    private static bool IsWithin(IndexColumns columns, int position, SearchQuery query, out double? miles)
    {
        miles = null;
        if (query.Near is not { } near || columns.Place[position] is not { } place) return true;
        if (query.WithinMiles is not { } within || columns.Anywhere[position])
        {
            miles = near.MilesTo(place);
            return true;
        }

        // Most of what is too far is so by its latitude alone.
        if (Math.Abs(near.Latitude - place.Latitude) * MilesInOneDegree > within) return false;
        miles = near.MilesTo(place);
        return miles <= within;
    }

    private async Task<IReadOnlyList<SearchHit>> ReadAsync(ReadersColumns readers, int[] positions, Point? near, CancellationToken cancellationToken)
    {
        if (positions.Length == 0) return [];
        var numbers = Array.ConvertAll(positions, position => readers.Entries.Numbers[position]);
        var rows = await db.Set<SearchEntryText>().AsNoTracking()
            .Where(text => numbers.Contains(text.Number))
            .Join(db.Set<SearchEntry>(), text => text.Number, entry => entry.Number, (text, entry) => new { text.Number, text.Language, text.Title, text.Summary, entry.Kind, entry.ItemId, entry.Slug })
            .ToDictionaryAsync(row => (row.Number, row.Language), cancellationToken);
        var hits = new List<SearchHit>(positions.Length);
        foreach (var position in positions)
        {
            // Gone when it was changed a moment ago, since the columns were read.
            if (!rows.TryGetValue((readers.Entries.Numbers[position], readers.Languages[readers.Shown[position]]), out var row)) continue;
            var miles = near is null || readers.Entries.Place[position] is not { } place ? (double?)null : near.MilesTo(place);
            hits.Add(new SearchHit(row.Kind, row.ItemId, row.Slug, row.Title, row.Summary, row.Language, miles));
        }

        return hits;
    }
}
