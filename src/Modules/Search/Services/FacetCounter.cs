using Portal.Search.Contracts;

namespace Portal.Search.Services;

/// <summary>
/// Filters by facets and counts them "sideways": a value is counted among the entries that fit the filters of all other groups,
/// because choosing it widens its own group.
/// </summary>
internal sealed class FacetCounter
{
    private readonly IndexColumns columns;
    private readonly ulong allGroups;
    private readonly ulong[] groupOfValue;
    private readonly ulong[] chosen;
    private readonly bool[] isCounted;
    private readonly int[] counts;
    private readonly IReadOnlyList<string> countedGroups;

    /// <param name="filters">Chosen values, of at most 64 groups.</param>
    /// <param name="countedGroups">Groups to count the values of.</param>
    public FacetCounter(IndexColumns columns, IReadOnlyList<Facet> filters, IReadOnlyList<string> countedGroups)
    {
        this.columns = columns;
        this.countedGroups = countedGroups;
        var groups = filters.Select(filter => filter.Group).Distinct(StringComparer.Ordinal).ToList();
        allGroups = groups.Count == 64 ? ulong.MaxValue : (1UL << groups.Count) - 1;
        var values = columns.Facets.Count;
        (groupOfValue, chosen, isCounted, counts) = (new ulong[values], new ulong[values], new bool[values], new int[values]);
        for (var value = 0; value < values; value++)
        {
            var facet = columns.Facets[value];
            var group = groups.IndexOf(facet.Group);
            groupOfValue[value] = group < 0 ? 0 : 1UL << group;
            chosen[value] = filters.Contains(facet) ? groupOfValue[value] : 0;
            isCounted[value] = countedGroups.Contains(facet.Group, StringComparer.Ordinal);
        }
    }

    /// <summary>The groups whose filter an entry does not fit, a bit for each; 0 when it fits all.</summary>
    public ulong MissedGroups(int position)
    {
        var fits = 0UL;
        foreach (var value in columns.FacetsOf(position)) fits |= chosen[value];
        return allGroups & ~fits;
    }

    /// <summary>Counts an entry that fits the filters of all groups or of all but one.</summary>
    public void Count(int position, ulong missedGroups)
    {
        foreach (var value in columns.FacetsOf(position))
        {
            if (isCounted[value] && (missedGroups == 0 || groupOfValue[value] == missedGroups)) counts[value]++;
        }
    }

    /// <summary>What was counted; values that nothing has are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Result()
    {
        var result = countedGroups.Distinct(StringComparer.Ordinal).ToDictionary(group => group, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);
        for (var value = 0; value < counts.Length; value++)
        {
            if (counts[value] > 0) result[columns.Facets[value].Group][columns.Facets[value].Value] = counts[value];
        }

        return result.ToDictionary(group => group.Key, group => (IReadOnlyDictionary<string, int>)group.Value, StringComparer.Ordinal);
    }
}
