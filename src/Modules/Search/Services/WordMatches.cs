using System.Buffers;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Which entries have which of the words looked for, and what that weighs.</summary>
internal sealed class WordMatches(ReadersColumns columns, IReadOnlyList<QueryWord> words) : IDisposable
{
    private readonly int count = columns.Entries.Count;
    private readonly double[] text = Cleared<double>(columns.Entries.Count);
    private readonly byte[] wordsFound = Cleared<byte>(columns.Entries.Count);
    private readonly double[] weightOfWord = Cleared<double>(columns.Entries.Count);
    private readonly bool[] isKnown = new bool[words.Count];
    private double best;
    private int needed = words.Count;

    /// <summary>The words that no entry has.</summary>
    public IReadOnlyList<QueryWord> Unknown => [.. words.Where((_, i) => !isKnown[i])];

    /// <summary>True when the entry has what is needed: all the words, or any of them.</summary>
    public bool Fits(int position) => wordsFound[position] >= needed;

    /// <summary>How well its words fit, 0 to 1.</summary>
    public double TextOf(int position) => best == 0 ? 0 : text[position] / best;

    /// <summary>Takes in what the lookups of one word found; where it stands in several fields, the weightiest counts.</summary>
    public void Add(int word, ReadOnlySpan<long[]> numbersByLookup, bool onlyBegun)
    {
        var found = new List<int>();
        for (var lookup = 0; lookup < numbersByLookup.Length; lookup++)
        {
            foreach (var number in numbersByLookup[lookup])
            {
                var position = columns.Entries.PositionOf(number);
                if (position < 0) continue;
                var weight = Ranking.Weight(SearchedFields.FieldOf(lookup, columns.Shown[position]), onlyBegun);
                if (weightOfWord[position] == 0) found.Add(position);
                if (weightOfWord[position] < weight) weightOfWord[position] = weight;
            }
        }

        if (found.Count == 0) return;
        isKnown[word] = true;
        var rarity = Ranking.Rarity(count, found.Count);
        best += Ranking.BestWeight * rarity;
        foreach (var position in found)
        {
            wordsFound[position]++;
            text[position] += weightOfWord[position] * rarity;
            weightOfWord[position] = 0;
        }
    }

    /// <summary>Where no entry has all the words, any of them will do.</summary>
    /// <param name="isWanted">Which entries are looked among.</param>
    public void SettleForAnyUnless(Func<int, bool> isWanted)
    {
        for (var position = 0; position < count; position++)
        {
            if (Fits(position) && isWanted(position)) return;
        }

        needed = 1;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(text);
        ArrayPool<byte>.Shared.Return(wordsFound);
        ArrayPool<double>.Shared.Return(weightOfWord);
    }

    private static T[] Cleared<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        Array.Clear(array, 0, length);
        return array;
    }
}
