using System.Runtime.InteropServices;
using Portal.Search.Contracts;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>
/// Filters by facets and counts them: a value is counted among the entries that fit the filters of all other groups, because choosing
/// it widens its own group. Where others of its group are chosen, what they find is found too.
/// </summary>
internal sealed class FacetCounter
{
    private readonly IReadOnlyList<Facet> filters;
    private readonly List<string> groups;
    private readonly ulong allGroups;
    private readonly Dictionary<string, Dictionary<string, int>> counted;

    /// <param name="filters">Chosen values, of at most 64 groups.</param>
    /// <param name="countedGroups">Groups to count the values of.</param>
    public FacetCounter(IReadOnlyList<Facet> filters, IReadOnlyList<string> countedGroups)
    {
        this.filters = filters;
        groups = [.. filters.Select(filter => filter.Group).Distinct(StringComparer.Ordinal)];
        allGroups = groups.Count == 64 ? ulong.MaxValue : (1UL << groups.Count) - 1;
        counted = countedGroups.Distinct(StringComparer.Ordinal).ToDictionary(group => group, _ => new Dictionary<string, int>(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Begins with the entries of one segment.</summary>
    public InSegment Of(Segment segment) => new(this, segment);

    /// <summary>What would be found with each value chosen; values that would add nothing are left out.</summary>
    /// <param name="total">What is found now.</param>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Result(int total)
        => counted.ToDictionary(
            group => group.Key,
            group => groups.Contains(group.Key, StringComparer.Ordinal)
                ? group.Value.ToDictionary(value => value.Key, value => filters.Contains(new Facet(group.Key, value.Key)) ? total : total + value.Value, StringComparer.Ordinal)
                : (IReadOnlyDictionary<string, int>)group.Value,
            StringComparer.Ordinal);

    /// <summary>Filters and counts the entries of one segment, whose values have numbers of their own.</summary>
    internal sealed class InSegment
    {
        private readonly FacetCounter all;
        private readonly Segment segment;
        private readonly ulong[] groupOfValue;
        private readonly ulong[] chosen;
        private readonly bool[] isCounted;
        private readonly int[] counts;

        public InSegment(FacetCounter all, Segment segment)
        {
            (this.all, this.segment) = (all, segment);
            var values = segment.Facets.Length;
            (groupOfValue, chosen, isCounted, counts) = (new ulong[values], new ulong[values], new bool[values], new int[values]);
            for (var value = 0; value < values; value++)
            {
                var facet = segment.Facets[value];
                var group = all.groups.IndexOf(facet.Group);
                groupOfValue[value] = group < 0 ? 0 : 1UL << group;
                chosen[value] = all.filters.Contains(facet) ? groupOfValue[value] : 0;
                isCounted[value] = all.counted.ContainsKey(facet.Group);
            }
        }

        /// <summary>The groups whose filter an entry does not fit, a bit for each; 0 when it fits all.</summary>
        public ulong MissedGroups(int place)
        {
            if (all.allGroups == 0) return 0;
            var fits = 0UL;
            foreach (var value in segment.FacetsOf(place)) fits |= chosen[value];
            return all.allGroups & ~fits;
        }

        /// <summary>Counts an entry that fits the filters of all groups or of all but one: for the values that would find it, were they chosen as well, and that are not found without them.</summary>
        public void Count(int place, ulong missedGroups)
        {
            if (all.allGroups == 0)
            {
                foreach (var value in segment.FacetsOf(place)) counts[value]++;
                return;
            }

            foreach (var value in segment.FacetsOf(place))
            {
                if (isCounted[value] && (groupOfValue[value] == missedGroups || chosen[value] != 0)) counts[value]++;
            }
        }

        /// <summary>Adds what was counted to the counts of all segments.</summary>
        public void Finish()
        {
            for (var value = 0; value < counts.Length; value++)
            {
                if (counts[value] == 0 || !isCounted[value]) continue;
                var facet = segment.Facets[value];
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(all.counted[facet.Group], facet.Value, out _);
                sum += counts[value];
            }
        }
    }
}
