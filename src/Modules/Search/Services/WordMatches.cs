using System.Buffers;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Which documents have which of the words looked for, and what that weighs.</summary>
internal sealed class WordMatches(IndexColumns columns, IReadOnlyList<QueryWord> words) : IDisposable
{
    private readonly double[] text = Cleared<double>(columns.Count);
    private readonly byte[] wordsFound = Cleared<byte>(columns.Count);
    private readonly byte[] lastWord = Cleared<byte>(columns.Count);
    private readonly bool[] isKnown = new bool[words.Count];
    private double best;
    private int needed = words.Count;

    /// <summary>The words that no document has.</summary>
    public IReadOnlyList<QueryWord> Unknown => [.. words.Where((_, i) => !isKnown[i])];

    /// <summary>True when the document has what is needed: all the words, or any of them.</summary>
    public bool Fits(int position) => wordsFound[position] >= needed;

    /// <summary>How well its words fit, 0 to 1.</summary>
    public double TextOf(int position) => best == 0 ? 0 : text[position] / best;

    /// <summary>Takes in the documents of one word, by field, the weightiest first.</summary>
    public void Add(int word, ReadOnlySpan<long[]> numbersByField, bool onlyBegun)
    {
        var number = (byte)(word + 1);
        var documents = 0;
        var found = new List<(Field Field, int Position)>();
        for (var field = 0; field < numbersByField.Length; field++)
        {
            foreach (var documentNumber in numbersByField[field])
            {
                var position = columns.PositionOf(documentNumber);
                // A beginning may fit words in several fields of a document; the first counts.
                if (position < 0 || lastWord[position] == number) continue;
                lastWord[position] = number;
                wordsFound[position]++;
                documents++;
                found.Add((Lexeme.Fields[field], position));
            }
        }

        if (documents == 0) return;
        isKnown[word] = true;
        var rarity = Ranking.Rarity(columns.Count, documents);
        best += Ranking.BestWeight * rarity;
        foreach (var (field, position) in found) text[position] += Ranking.Weight(field, onlyBegun) * rarity;
    }

    /// <summary>Where no document has all the words, any of them will do.</summary>
    /// <param name="isWanted">Which documents are looked among.</param>
    public void SettleForAnyUnless(Func<int, bool> isWanted)
    {
        for (var position = 0; position < columns.Count; position++)
        {
            if (Fits(position) && isWanted(position)) return;
        }

        needed = 1;
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(text);
        ArrayPool<byte>.Shared.Return(wordsFound);
        ArrayPool<byte>.Shared.Return(lastWord);
    }

    private static T[] Cleared<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        Array.Clear(array, 0, length);
        return array;
    }
}
