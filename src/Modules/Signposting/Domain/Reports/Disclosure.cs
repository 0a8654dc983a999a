namespace Portal.Signposting.Domain.Reports;

/// <summary>A count and how it is shown.</summary>
internal readonly record struct Cell(int Count, Shown Shown)
{
    /// <summary>The counts that are possible for who knows the rule: a star that stands for more than 7, or for nothing, can be any.</summary>
    public (int Low, int High) Possible => !Shown.IsHidden || Count is > 0 and < Shown.Fewest ? Shown.Possible : (Count == 0 ? 0 : 1, int.MaxValue);

    public static Cell Of(int count) => new(count, Shown.Count(count));

    /// <summary>The same, not shown.</summary>
    public Cell Hide() => this with { Shown = Shown.Hidden };
}

/// <summary>
/// Whether a small number could be worked out from a total and its other parts. Rounding alone does not always hold: where two parts of 10 and one star
/// stand beside a total of 15, the parts can only be 8, 8 and 1.
/// </summary>
internal static class Disclosure
{
    /// <summary>So many counts must stay possible for each small number.</summary>
    public const int Fewest = 3;

    /// <summary>Whether each small number among the parts keeps enough possible counts beside a total.</summary>
    /// <param name="hasMore">Whether the total has parts besides these that are nowhere shown.</param>
    public static bool IsSafe(Cell total, IReadOnlyCollection<Cell> parts, bool hasMore = false)
    {
        if (total.Shown.IsHidden) return true;
        var (low, high) = (0L, hasMore ? int.MaxValue : 0L);
        foreach (var part in parts)
        {
            low += part.Possible.Low;
            high += part.Possible.High;
        }

        foreach (var part in parts.Where(part => part.Shown.IsHidden && part.Count is > 0 and < Shown.Fewest))
        {
            var (least, most) = part.Possible;
            var from = Math.Max(least, total.Possible.Low - (high - most));
            var to = Math.Min(most, total.Possible.High - (low - least));
            if (to - from + 1 < Fewest) return false;
        }

        return true;
    }

    /// <summary>Hides of the parts of a table what would give a small number away: first the smallest that is shown. Where the total is a star, nothing is broken down.</summary>
    public static void Protect(Cell total, IList<Cell> parts)
    {
        if (total.Shown.IsHidden)
        {
            for (var i = 0; i < parts.Count; i++) parts[i] = parts[i].Hide();
            return;
        }

        while (!IsSafe(total, [.. parts]))
        {
            var smallest = Enumerable.Range(0, parts.Count).Where(i => !parts[i].Shown.IsHidden && parts[i].Count > 0).DefaultIfEmpty(-1).MinBy(i => i < 0 ? 0 : parts[i].Count);
            if (smallest < 0) break;
            parts[smallest] = parts[smallest].Hide();
        }
    }
}
