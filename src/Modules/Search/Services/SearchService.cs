using System.Numerics;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Search.Data;
using Portal.Search.Segments;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Finds items: words, filters, counts and order in memory, the texts of one page from the database.</summary>
internal sealed class SearchService(PortalDbContext db, TenantContext tenant, DateWords dates, IndexReader reader, IndexCache cache, Suggester suggester, IRankingAges ages) : ISearch
{
    public async Task<SearchResults> FindAsync(SearchQuery query, CancellationToken cancellationToken)
    {
        var index = await reader.ReadAsync(cancellationToken);
        var sinking = await ages.ReadAsync(cancellationToken);
        var settings = tenant.Settings;
        var chain = settings.FallbackChain(settings.Languages.Contains(query.Language, StringComparer.Ordinal) ? query.Language : settings.DefaultLanguage);
        var texts = index.Segments.Select(segment => segment.Content.TextFor(chain)).ToArray();
        var words = QueryWord.Parse(query.Words);
        using var matches = words.Count == 0 ? null : new WordMatches(index, texts, words);
        matches?.SettleForAnyUnless(IsWanted);
        var hasSomeWordsOnly = matches is { Needed: 1 } && words.Count > 1;
        if (query.AnyWords) matches?.SettleForAny();

        var counter = new FacetCounter(query.Filters, query.Count);
        var top = new TopHits(texts, (int)Math.Min((long)query.Page * query.PageSize, index.Live));
        var (total, inPlace) = (0, 0);
        for (var segment = 0; segment < index.Segments.Count; segment++)
        {
            var (fit, fitInPlace) = Sift(index.Segments[segment], segment, query, matches, counter, top, sinking);
            (total, inPlace) = (total + fit, inPlace + fitInPlace);
        }

        var hits = await ReadAsync(index, texts, top.TakePage(query.Page, query.PageSize), query.Near, cancellationToken);
        var suggestion = matches is { Unknown: { Count: > 0 } unknown } ? await suggester.SuggestAsync(query.Words!, unknown, index, IsWanted, cancellationToken) : null;
        return new SearchResults(hits, total, counter.Result(total), suggestion) { HasSomeWordsOnly = hasSomeWordsOnly, InPlace = inPlace };

        bool IsWanted(Segment segment, int place) => query.Kinds.Count == 0 || query.Kinds.Contains(segment.Kinds[segment.Kind[place]], StringComparer.Ordinal);
    }

    /// <summary>Goes through one segment, and says how many of its entries fit, and how many of these are somewhere one has to go to.</summary>
    private (int Total, int InPlace) Sift(SegmentInUse segment, int number, SearchQuery query, WordMatches? matches, FacetCounter counter, TopHits top, RankingAges sinking)
    {
        var content = segment.Content;
        var isWanted = Array.ConvertAll(content.Kinds, kind => query.Kinds.Count == 0 || query.Kinds.Contains(kind, StringComparer.Ordinal));
        var facets = counter.Of(content);
        var near = query.Near is null ? null : new Surroundings(query.Near, query.WithinMiles);
        var today = dates.Today;
        var (total, inPlace) = (0, 0);
        if (matches is null)
        {
            for (var place = 0; place < content.Count; place++)
            {
                if (segment.IsLive(place)) Look(place, null);
            }
        }
        else
        {
            var found = matches.Segments[number];
            foreach (var place in found.Matched)
            {
                if (found.WordsOf(place) >= matches.Needed) Look(place, found.TextOf(place) / matches.Best * Ranking.Coverage(found.WordsOf(place), matches.Words));
            }
        }

        facets.Finish();
        return (total, inPlace);

        void Look(int place, double? text)
        {
            if (!isWanted[content.Kind[place]]) return;
            double? miles = null;
            if (near?.Includes(content, place, out miles) == false) return;
            var missed = facets.MissedGroups(place);
            if (BitOperations.PopCount(missed) > 1) return;
            facets.Count(place, missed);
            if (missed != 0) return;

            total++;
            if (miles is not null && content.Anywhere[place] == 0) inPlace++;
            var closeness = near is null ? (double?)null : Ranking.Closeness(miles, content.Anywhere[place] != 0, query.WithinMiles);
            DateOnly? assuredOn = content.AssuredOn[place] == 0 ? null : DateOnly.FromDayNumber(content.AssuredOn[place]);
            top.Add(new Hit(Ranking.Score(text, closeness, Ranking.Freshness(assuredOn, today, sinking, content.RestsUntil[place] > today.DayNumber)), number, place));
        }
    }

    /// <summary>The entries of one page in the reader's language; only of those that were not shown lately are the texts asked of the database.</summary>
    private async Task<IReadOnlyList<SearchHit>> ReadAsync(IndexSnapshot index, ReadersText[] texts, Hit[] found, Point? near, CancellationToken cancellationToken)
    {
        var kept = cache.Of(tenant.Tenant.Name).Texts;
        var entries = Array.ConvertAll(found, hit => new ShownEntry(index.Segments[hit.Segment], hit.Place, texts[hit.Segment]));
        var shown = Array.ConvertAll(entries, entry => kept.Find(entry.Segment, entry.Number, entry.Language));
        if (Array.Exists(shown, text => text is null))
        {
            var numbers = entries.Where((_, place) => shown[place] is null).Select(entry => entry.Number).ToArray();
            var rows = await db.Set<SearchEntryText>().AsNoTracking()
                .Where(text => numbers.Contains(text.Number))
                .Join(db.Set<SearchEntry>(), text => text.Number, entry => entry.Number, (text, entry) => new { text.Number, text.Language, Shown = new ShownText(entry.Kind, entry.ItemId, entry.Slug, text.Title, text.Summary) })
                .ToDictionaryAsync(row => (row.Number, row.Language), row => row.Shown, cancellationToken);
            for (var place = 0; place < entries.Length; place++)
            {
                // Gone when it was changed a moment ago, since the index was read.
                if (shown[place] is not null || !rows.TryGetValue((entries[place].Number, entries[place].Language), out var read)) continue;
                shown[place] = read;
                kept.Keep(entries[place].Segment, entries[place].Number, entries[place].Language, read);
            }
        }

        var hits = new List<SearchHit>(found.Length);
        for (var place = 0; place < entries.Length; place++)
        {
            if (shown[place] is { } text) hits.Add(new SearchHit(text.Kind, text.ItemId, text.Slug, text.Title, text.Summary, entries[place].Language, entries[place].MilesFrom(near)));
        }

        return hits;
    }

    /// <summary>An entry in its segment, in the language it is shown in.</summary>
    private readonly struct ShownEntry(SegmentInUse segment, int place, ReadersText texts)
    {
        private readonly Segment content = segment.Content;

        public string Segment { get; } = segment.Id;

        public long Number => content.Numbers[place];

        public string Language { get; } = segment.Content.Languages[texts.Shown[place]];

        public double? MilesFrom(Point? near)
            => near is null || double.IsNaN(content.Latitude[place]) ? null : near.MilesTo(new Point(content.Latitude[place], content.Longitude[place]));
    }
}
