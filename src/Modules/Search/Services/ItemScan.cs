using System.Text;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>Lets a rule of another module go through the index in memory.</summary>
internal sealed class ItemScan(TenantContext tenant, DateWords dates, IndexReader reader) : IItemScan
{
    public async Task<ScanResult> ScanAsync(ScanQuery query, CancellationToken cancellationToken)
    {
        if (query.Asked.Count > ScanQuery.MostAsked) throw new ArgumentException($"A rule asks about {ScanQuery.MostAsked} values at most.", nameof(query));
        var index = await reader.ReadAsync(cancellationToken);
        var settings = tenant.Settings;
        var chain = settings.FallbackChain(settings.Languages.Contains(query.Language, StringComparer.Ordinal) ? query.Language : settings.DefaultLanguage);
        var texts = index.Segments.Select(segment => segment.Content.TextFor(chain)).ToArray();
        var facts = index.Segments.Select(segment => new ItemFacts(segment.Content, query, dates.Today)).ToArray();
        var top = new TopHits(texts, Math.Min(query.Take, index.Live));
        var total = 0;
        for (var segment = 0; segment < index.Segments.Count; segment++) total += Look(index.Segments[segment], segment, facts[segment], query, top);
        return new ScanResult([.. top.TakePage(1, query.Take).Select(hit => new ScannedHit(IdOf(index, hit), facts[hit.Segment].Of(hit.Place), hit.Score))], total);
    }

    private static int Look(SegmentInUse segment, int number, ItemFacts facts, ScanQuery query, TopHits top)
    {
        var content = segment.Content;
        var kind = Array.IndexOf(content.Kinds, query.Kind);
        if (kind < 0) return 0;
        var total = 0;
        for (var place = 0; place < content.Count; place++)
        {
            if (content.Kind[place] != kind || !segment.IsLive(place) || query.Score(facts.Of(place)) is not { } score) continue;
            total++;
            if (query.Take > 0) top.Add(new Hit(score, number, place));
        }

        return total;
    }

    private static string IdOf(IndexSnapshot index, Hit hit)
    {
        var id = index.Segments[hit.Segment].Content.Ids[hit.Place];
        return Encoding.UTF8.GetString(id[..id.IndexOf((byte)0)]);
    }

    /// <summary>Reads what a rule asks of the entries of one segment, whose values have numbers of their own.</summary>
    private sealed class ItemFacts
    {
        private readonly Segment content;
        private readonly Surroundings? near;
        private readonly UInt128[] asked;
        private readonly int today;

        public ItemFacts(Segment content, ScanQuery query, DateOnly today)
        {
            (this.content, this.today) = (content, today.DayNumber);
            near = query.Near is null ? null : new Surroundings(query.Near, withinMiles: null);
            asked = new UInt128[content.Facets.Length];
            for (var question = 0; question < query.Asked.Count; question++)
            {
                var (group, wanted) = query.Asked[question];
                for (var value = 0; value < asked.Length; value++)
                {
                    if (content.Facets[value].Group == group && (wanted == ScanQuery.AnyValue || content.Facets[value].Value == wanted)) asked[value] |= UInt128.One << question;
                }
            }
        }

        public ScannedItem Of(int place)
        {
            var has = UInt128.Zero;
            foreach (var value in content.FacetsOf(place)) has |= asked[value];
            double? miles = null;
            near?.Includes(content, place, out miles);
            return new ScannedItem(
                has,
                miles,
                !double.IsNaN(content.Latitude[place]),
                content.Anywhere[place] != 0,
                content.RestsUntil[place] > today,
                content.AssuredOn[place] == 0 ? null : DateOnly.FromDayNumber(content.AssuredOn[place]));
        }
    }
}
