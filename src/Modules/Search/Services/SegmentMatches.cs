using System.Buffers;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>Which entries of one segment have which of the words looked for.</summary>
internal sealed class SegmentMatches(SegmentInUse segment, ReadersText readers) : IDisposable
{
    private readonly double[] text = Cleared<double>(segment.Content.Count);
    private readonly byte[] wordsFound = Cleared<byte>(segment.Content.Count);
    private readonly double[] weightOfWord = Cleared<double>(segment.Content.Count);
    private readonly List<int> withWord = [];

    /// <summary>The entries that have any of the words.</summary>
    public List<int> Matched { get; } = [];

    /// <summary>How many of the words an entry has.</summary>
    public int WordsOf(int place) => wordsFound[place];

    /// <summary>What its words weigh together.</summary>
    public double TextOf(int place) => text[place];

    /// <summary>True when an entry that is wanted has so many of the words.</summary>
    public bool HasAny(int words, Func<Segment, int, bool> isWanted) => Matched.Exists(place => wordsFound[place] >= words && isWanted(segment.Content, place));

    /// <summary>Looks one word up, and says how many entries have it; where it stands in several fields, see <see cref="Ranking.Together"/>.</summary>
    public int Find(string stem, bool onlyBegun)
    {
        var content = segment.Content;
        for (var field = 0; field < content.Fields.Count; field++)
        {
            var (language, shown, other) = SearchedFields.FieldOf(field);
            var (weightShown, weightOther) = (Ranking.Weight(shown, onlyBegun), Ranking.Weight(other, onlyBegun));
            var (from, to) = content.TermsOf(content.Fields.Lexeme(field, stem), onlyBegun);
            for (var term = from; term < to; term++)
            {
                var postings = new PostingReader(content.Postings[term]);
                while (postings.Next(out var place))
                {
                    if (!segment.IsLive(place)) continue;
                    var weight = readers.Shown[place] == language ? weightShown : weightOther;
                    if (weightOfWord[place] == 0) withWord.Add(place);
                    weightOfWord[place] = onlyBegun ? Math.Max(weightOfWord[place], weight) : Ranking.Together(weightOfWord[place], weight);
                }
            }
        }

        return withWord.Count;
    }

    /// <summary>Takes in what <see cref="Find"/> found, now that it is known how rare the word is.</summary>
    public void Weigh(double rarity)
    {
        Matched.EnsureCapacity(withWord.Count);
        foreach (var place in withWord)
        {
            if (wordsFound[place]++ == 0) Matched.Add(place);
            text[place] += weightOfWord[place] * rarity;
            weightOfWord[place] = 0;
        }

        withWord.Clear();
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
