using System.Runtime.InteropServices;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>An entry that was found.</summary>
/// <param name="Score">The higher the better.</param>
/// <param name="Segment">Which segment of the snapshot it is in.</param>
/// <param name="Place">Its place there.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hit(double Score, int Segment, int Place);

/// <summary>Keeps the best of many without sorting the rest.</summary>
internal sealed class TopHits(IReadOnlyList<ReadersText> texts, int most)
{
    private readonly PriorityQueue<Hit, Hit> kept = new(Math.Min(most, 1024), Comparer<Hit>.Create((a, b) => Compare(texts, a, b)));

    public void Add(Hit hit)
    {
        if (kept.Count < most) kept.Enqueue(hit, hit);
        else if (kept.TryPeek(out var worst, out _) && hit.Score >= worst.Score && Compare(texts, hit, worst) > 0) kept.DequeueEnqueue(hit, hit);
    }

    /// <summary>One page, the best first; what was kept is used up.</summary>
    public Hit[] TakePage(int page, int size)
    {
        var hits = new Hit[Math.Clamp(kept.Count - ((page - 1L) * size), 0, size)];
        for (var i = hits.Length - 1; i >= 0; i--) hits[i] = kept.Dequeue();
        return hits;
    }

    /// <summary>Higher scores, then earlier titles, are better and so greater.</summary>
    private static int Compare(IReadOnlyList<ReadersText> texts, Hit a, Hit b)
        => a.Score.CompareTo(b.Score) is var byScore and not 0 ? byScore : ReadersText.Compare(texts[b.Segment], b.Place, texts[a.Segment], a.Place);
}
