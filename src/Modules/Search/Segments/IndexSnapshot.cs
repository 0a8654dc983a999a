using System.Collections;

namespace Portal.Search.Segments;

/// <summary>The index as it was at one moment: segments in the order of their numbers. Never changed.</summary>
internal sealed class IndexSnapshot(long version, IReadOnlyList<SegmentInUse> segments)
{
    /// <summary>Version of the tenant's content that all of it is at least as new as.</summary>
    public long Version { get; } = version;

    public IReadOnlyList<SegmentInUse> Segments { get; } = segments;

    /// <summary>How many entries there are.</summary>
    public int Live { get; } = segments.Sum(segment => segment.Live);
}

/// <summary>A segment and which of its entries are gone.</summary>
internal sealed class SegmentInUse(string id, Segment content, long[] gone)
{
    private readonly BitArray? isGone = gone.Length == 0 ? null : Mark(content, gone);

    public string Id { get; } = id;

    public Segment Content { get; } = content;

    /// <summary>How many are gone. They only become more, so two states with as many are the same.</summary>
    public int Gone { get; } = gone.Length;

    public int Live => Content.Count - Gone;

    /// <summary>False for an entry that was removed or replaced.</summary>
    public bool IsLive(int place) => isGone is null || !isGone[place];

    private static BitArray Mark(Segment content, long[] gone)
    {
        var marks = new BitArray(content.Count);
        foreach (var number in gone) marks[content.PlaceOf(number)] = true;
        return marks;
    }
}
