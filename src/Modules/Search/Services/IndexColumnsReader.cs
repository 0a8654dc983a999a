using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Search.Data;

namespace Portal.Search.Services;

/// <summary>Reads the columns of a language, once per version of the tenant's content.</summary>
internal sealed class IndexColumnsReader(PortalDbContext db, TenantContext tenant)
{
    public async Task<IndexColumns> GetAsync(string language, CancellationToken cancellationToken)
    {
        var read = await tenant.Profile.GetOrReadAsync(() => Task.FromResult(new ReadLanguages()));
        if (read.Columns.TryGetValue(language, out var columns)) return columns;
        columns = await ReadAsync(language, cancellationToken);
        read.Columns[language] = columns;
        return columns;
    }

    private async Task<IndexColumns> ReadAsync(string language, CancellationToken cancellationToken)
    {
        var rows = db.Set<SearchDocument>().AsNoTracking()
            .Where(document => document.Language == language)
            .OrderBy(document => document.Number)
            .Select(document => new { document.Number, document.Kind, document.ItemId, document.Title, document.Facets, document.Latitude, document.Longitude, document.Anywhere, document.AssuredOn })
            .AsAsyncEnumerable();
        var builder = new Builder(CultureInfo.GetCultureInfo(language).CompareInfo);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            var place = row is { Latitude: { } latitude, Longitude: { } longitude } ? new Point(latitude, longitude) : null;
            builder.Add(row.Number, row.Kind, row.ItemId, row.Title, row.Facets, place, row.Anywhere, row.AssuredOn);
        }

        return builder.Build();
    }

    private sealed class ReadLanguages
    {
        public ConcurrentDictionary<string, IndexColumns> Columns { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Builder(CompareInfo alphabet)
    {
        private readonly List<long> numbers = [];
        private readonly List<byte> kind = [];
        private readonly List<string> kinds = [];
        private readonly List<(SortKey Title, string ItemId)> order = [];
        private readonly List<Point?> place = [];
        private readonly List<bool> anywhere = [];
        private readonly List<DateOnly?> assuredOn = [];
        private readonly List<int> facetStart = [];
        private readonly List<int> facetValues = [];
        private readonly List<Facet> facets = [];
        private readonly Dictionary<string, int> facetPlaces = new(StringComparer.Ordinal);

        public void Add(long number, string itemKind, string itemId, string title, string facetList, Point? point, bool isAnywhere, DateOnly? assured)
        {
            numbers.Add(number);
            kind.Add(KindPlace(itemKind));
            order.Add((alphabet.GetSortKey(title, CompareOptions.IgnoreCase), itemId));
            place.Add(point);
            anywhere.Add(isAnywhere);
            assuredOn.Add(assured);
            facetStart.Add(facetValues.Count);
            var known = facetPlaces.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var line in facetList.AsSpan().EnumerateLines())
            {
                if (line.IsEmpty) continue;
                if (!known.TryGetValue(line, out var value))
                {
                    value = facets.Count;
                    var group = FacetList.GroupOf(line).ToString();
                    facets.Add(new Facet(group, line[(group.Length + 1)..].ToString()));
                    known[line] = value;
                }

                facetValues.Add(value);
            }
        }

        public IndexColumns Build()
        {
            facetStart.Add(facetValues.Count);
            return new IndexColumns
            {
                Numbers = [.. numbers],
                Kind = [.. kind],
                Kinds = kinds,
                TitleOrder = TitleOrder(),
                Place = [.. place],
                Anywhere = [.. anywhere],
                AssuredOn = [.. assuredOn],
                FacetStart = [.. facetStart],
                FacetValues = [.. facetValues],
                Facets = facets,
            };
        }

        private byte KindPlace(string name)
        {
            var found = kinds.IndexOf(name);
            if (found >= 0) return (byte)found;
            kinds.Add(name);
            return checked((byte)(kinds.Count - 1));
        }

        private int[] TitleOrder()
        {
            var sorted = Enumerable.Range(0, order.Count).ToArray();
            Array.Sort(sorted, (a, b) => SortKey.Compare(order[a].Title, order[b].Title) is var byTitle and not 0 ? byTitle : string.CompareOrdinal(order[a].ItemId, order[b].ItemId));
            var places = new int[sorted.Length];
            for (var i = 0; i < sorted.Length; i++) places[sorted[i]] = i;
            return places;
        }
    }
}
