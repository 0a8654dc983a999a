namespace Portal.Search.Segments;

/// <summary>A segment as the plan sees it: how many entries it has, and how many of these are still there.</summary>
internal interface IPlanned
{
    int Entries { get; }

    int Live { get; }
}

/// <summary>
/// Decides which segments become one. Segments that follow each other and are of about the same size are put together when there are
/// eight of them; one that is half gone is made anew. So an entry is written anew a few times in its life, and a hundred thousand
/// entries are some thirty segments.
/// </summary>
internal static class SegmentPlan
{
    /// <summary>No segment has more entries than this, so none takes long to make anew.</summary>
    public const int Largest = 8192;

    private const int Fan = 8;

    /// <summary>The ranges to make anew, from one place to before another; each becomes one segment, or none when nothing of it is left.</summary>
    /// <param name="segments">All segments in the order of their numbers.</param>
    public static IReadOnlyList<(int From, int To)> Ranges<T>(IReadOnlyList<T> segments)
        where T : IPlanned
    {
        var together = Together(segments);
        var ranges = new List<(int From, int To)>();
        for (var i = 0; i < segments.Count; i++)
        {
            var range = together.Find(wide => wide.From <= i && i < wide.To);
            if (range.To > 0)
            {
                ranges.Add(range);
                i = range.To - 1;
            }
            else if (segments[i].Live * 2 < segments[i].Entries)
            {
                ranges.Add((i, i + 1));
            }
        }

        return ranges;
    }

    /// <summary>
    /// Looks at the newest segments, at the small ones first, for eight of a size. What would become too large is put together from
    /// its oldest end as far as it goes; what is over half the largest size is left alone.
    /// </summary>
    private static List<(int From, int To)> Together<T>(IReadOnlyList<T> segments)
        where T : IPlanned
    {
        var tail = segments.Count;
        var ranges = new List<(int From, int To)>();
        for (var size = Fan; size / Fan <= Largest; size *= Fan)
        {
            var (start, alike) = (tail, Total(segments, tail) >= size / Fan ? 1 : 0);
            while (start > 0 && segments[start - 1].Live < size && segments[start - 1].Live <= Largest / 2)
            {
                start--;
                if (segments[start].Live >= size / Fan) alike++;
            }

            if (alike < Fan) continue;
            if (Total(segments, start) > Largest)
            {
                ranges.Add((start, Math.Min(tail, EndOfLargest(segments, start))));
                break;
            }

            tail = start;
        }

        if (tail < segments.Count) ranges.Add((tail, segments.Count));
        return ranges;
    }

    private static int EndOfLargest<T>(IReadOnlyList<T> segments, int from)
        where T : IPlanned
    {
        var total = 0;
        while (from < segments.Count && total + segments[from].Live <= Largest) total += segments[from++].Live;
        return from;
    }

    private static int Total<T>(IReadOnlyList<T> segments, int from)
        where T : IPlanned
    {
        var total = 0;
        for (var i = from; i < segments.Count; i++) total += segments[i].Live;
        return total;
    }
}
