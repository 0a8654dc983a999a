using System.Globalization;
using Portal.Search.Contracts;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>Knows which entries of a segment rest today, from their values in the group <see cref="SearchFacets.RestsUntil"/>.</summary>
internal sealed class RestingEntries
{
    private readonly Segment segment;
    private readonly HashSet<int> values = [];

    public RestingEntries(Segment segment, DateOnly today)
    {
        this.segment = segment;
        var now = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var value = 0; value < segment.Facets.Length; value++)
        {
            var facet = segment.Facets[value];
            if (facet.Group == SearchFacets.RestsUntil && string.CompareOrdinal(facet.Value, now) > 0) values.Add(value);
        }
    }

    /// <summary>True for an entry that rests.</summary>
    public bool Has(int place)
    {
        if (values.Count == 0) return false;
        foreach (var value in segment.FacetsOf(place))
        {
            if (values.Contains(value)) return true;
        }

        return false;
    }
}
