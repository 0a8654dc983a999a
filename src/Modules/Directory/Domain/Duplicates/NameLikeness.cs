namespace Portal.Directory.Domain;

/// <summary>
/// How alike the names of groups are. Words that many groups have in their name ("group", the town) say little, rare ones say
/// much: a word counts by ln(1 + groups ÷ groups with that word), the inverse document frequency. Words that differ by a slip of
/// the keyboard count in part.
/// </summary>
internal sealed class NameLikeness
{
    /// <summary>Two words that are less alike than this are two words. Dice coefficient of their pairs of letters, 0 to 1.</summary>
    private const double SameWord = 0.75;

    private readonly Dictionary<string, int> groupsWith = new(StringComparer.Ordinal);
    private readonly int groups;

    public NameLikeness(IReadOnlyCollection<DuplicateProfile> profiles)
    {
        groups = profiles.Count;
        foreach (var word in profiles.SelectMany(profile => profile.Names.SelectMany(name => name).Distinct(StringComparer.Ordinal)))
            groupsWith[word] = groupsWith.GetValueOrDefault(word) + 1;
    }

    /// <summary>From 0, nothing in common, to 1, the same: that of the two names, in whatever languages, that are most alike.</summary>
    public double Of(DuplicateProfile a, DuplicateProfile b)
    {
        var most = 0d;
        foreach (var name in a.Names)
        {
            foreach (var other in b.Names) most = Math.Max(most, Of(name, other));
        }

        return most;
    }

    private double Of(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var left = b.ToList();
        var (shared, all) = (0d, a.Sum(Weight) + b.Sum(Weight));
        foreach (var word in a)
        {
            var best = left.Select(other => (Other: other, Alike: Alike(word, other))).Where(pair => pair.Alike >= SameWord).OrderByDescending(pair => pair.Alike).FirstOrDefault();
            if (best.Other is null) continue;
            left.Remove(best.Other);
            shared += best.Alike * (Weight(word) + Weight(best.Other));
        }

        return all == 0 ? 0 : shared / all;
    }

    private double Weight(string word) => Math.Log(1 + ((double)groups / groupsWith.GetValueOrDefault(word, 1)));

    private static double Alike(string a, string b)
    {
        if (a == b) return 1;
        if (a.Length < 3 || b.Length < 3) return 0;
        var pairs = Pairs(b);
        var all = a.Length - 1 + pairs.Count;
        return 2d * Pairs(a).Count(pairs.Remove) / all;
    }

    private static List<string> Pairs(string word) => [.. Enumerable.Range(0, word.Length - 1).Select(start => word.Substring(start, 2))];
}
