namespace Portal.Search.Services;

/// <summary>Keeps the best of many without sorting the rest.</summary>
internal sealed class TopHits(int most)
{
    /// <summary>Higher scores, then earlier titles, are better.</summary>
    private static readonly Comparer<(double Score, int TitleOrder)> worseFirst = Comparer<(double Score, int TitleOrder)>.Create(
        (a, b) => a.Score.CompareTo(b.Score) is var byScore and not 0 ? byScore : b.TitleOrder.CompareTo(a.TitleOrder));

    private readonly PriorityQueue<int, (double Score, int TitleOrder)> kept = new(Math.Min(most, 1024), worseFirst);

    public void Add(int position, double score, int titleOrder)
    {
        var rank = (score, titleOrder);
        if (kept.Count < most) kept.Enqueue(position, rank);
        else if (kept.TryPeek(out _, out var worst) && worseFirst.Compare(rank, worst) > 0) kept.DequeueEnqueue(position, rank);
    }

    /// <summary>Positions of one page, the best first; what was kept is used up.</summary>
    public int[] TakePage(int page, int size)
    {
        var positions = new int[Math.Clamp(kept.Count - ((page - 1L) * size), 0, size)];
        for (var i = positions.Length - 1; i >= 0; i--) positions[i] = kept.Dequeue();
        return positions;
    }
}
