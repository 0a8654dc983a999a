using System.Globalization;
using Portal.Search.Contracts;

namespace Portal.Search.Services;

/// <summary>Knows which entries rest today, from their values in the group <see cref="SearchFacets.RestsUntil"/>.</summary>
internal sealed class RestingEntries
{
    private readonly IndexColumns columns;
    private readonly HashSet<int> values = [];

    public RestingEntries(IndexColumns columns, DateOnly today)
    {
        this.columns = columns;
        var now = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var value = 0; value < columns.Facets.Count; value++)
        {
            var facet = columns.Facets[value];
            if (facet.Group == SearchFacets.RestsUntil && string.CompareOrdinal(facet.Value, now) > 0) values.Add(value);
        }
    }

    /// <summary>True for an entry that rests.</summary>
    public bool Has(int position)
    {
        if (values.Count == 0) return false;
        foreach (var value in columns.FacetsOf(position))
        {
            if (values.Contains(value)) return true;
        }

        return false;
    }
}
