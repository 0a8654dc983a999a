namespace Portal.Search.Segments;

/// <summary>Makes one segment of several that follow each other, without the entries that are gone.</summary>
internal static class SegmentMerger
{
    /// <param name="parts">The segments in the order of their numbers, each with the numbers of its entries that are gone.</param>
    public static Segment Merge(IReadOnlyList<(Segment Segment, IReadOnlySet<long> Gone)> parts)
    {
        var builder = new SegmentBuilder();
        var newPlaces = new List<int[]>(parts.Count);
        foreach (var (segment, gone) in parts)
        {
            var places = new int[segment.Count];
            for (var place = 0; place < places.Length; place++)
            {
                places[place] = gone.Contains(segment.Numbers[place]) ? -1 : builder.Count;
                if (places[place] >= 0) builder.Add(segment, place);
            }

            newPlaces.Add(places);
        }

        var (terms, postings) = MergeTerms([.. parts.Select(part => part.Segment)], newPlaces);
        return builder.Build(terms, postings);
    }

    /// <summary>Goes through the sorted lexemes of all at once; what only entries that are gone have falls away.</summary>
    private static (Packed Terms, Packed Postings) MergeTerms(IReadOnlyList<Segment> segments, IReadOnlyList<int[]> newPlaces)
    {
        var (terms, postings) = (new PackedBuilder(), new PackedBuilder());
        var next = new int[segments.Count];
        while (LeastOf(segments, next) is >= 0 and var least)
        {
            var term = segments[least].Terms[next[least]];
            var last = -1;
            for (var i = least; i < segments.Count; i++)
            {
                if (next[i] == segments[i].Terms.Count || !segments[i].Terms[next[i]].SequenceEqual(term)) continue;
                var reader = new PostingReader(segments[i].Postings[next[i]++]);
                while (reader.Next(out var place))
                {
                    if (newPlaces[i][place] is not (>= 0 and var newPlace)) continue;
                    postings.AddNumber(newPlace - last);
                    last = newPlace;
                }
            }

            if (last < 0) continue;
            terms.Add(term);
            postings.End();
        }

        return (terms.Build(), postings.Build());
    }

    /// <summary>The first segment whose next lexeme is before all others'; negative when all are through.</summary>
    private static int LeastOf(IReadOnlyList<Segment> segments, int[] next)
    {
        var least = -1;
        for (var i = 0; i < segments.Count; i++)
        {
            if (next[i] == segments[i].Terms.Count) continue;
            if (least < 0 || segments[i].Terms[next[i]].SequenceCompareTo(segments[least].Terms[next[least]]) < 0) least = i;
        }

        return least;
    }
}
