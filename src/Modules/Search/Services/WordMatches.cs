using Portal.Search.Segments;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Which entries have which of the words looked for, and what that weighs.</summary>
internal sealed class WordMatches : IDisposable
{
    private const int ShortestBeginning = 3;
    private readonly IndexSnapshot index;
    private readonly IReadOnlyList<QueryWord> words;
    private readonly bool[] isKnown;

    /// <summary>Looks the words up; where no entry has the last one as it stands, those that only begin with it.</summary>
    public WordMatches(IndexSnapshot index, IReadOnlyList<ReadersText> texts, IReadOnlyList<QueryWord> words)
    {
        (this.index, this.words, isKnown) = (index, words, new bool[words.Count]);
        Needed = words.Count;
        Segments = [.. index.Segments.Select((segment, i) => new SegmentMatches(segment, texts[i]))];
        for (var word = 0; word < words.Count; word++) Add(word, onlyBegun: false);
        if (words[^1].Stem.Length >= ShortestBeginning && !isKnown[^1]) Add(words.Count - 1, onlyBegun: true);
    }

    /// <summary>What was found in each segment.</summary>
    public IReadOnlyList<SegmentMatches> Segments { get; }

    /// <summary>How many words are looked for.</summary>
    public int Words => words.Count;

    /// <summary>How many of the words an entry has to have: all, or any one.</summary>
    public int Needed { get; private set; }

    /// <summary>What the text of an entry would weigh that has all words in its title.</summary>
    public double Best { get; private set; }

    /// <summary>The words that no entry has.</summary>
    public IReadOnlyList<QueryWord> Unknown => [.. words.Where((_, i) => !isKnown[i])];

    /// <summary>Where no entry has all the words, any of them will do.</summary>
    /// <param name="isWanted">By segment and place, which entries are looked among.</param>
    public void SettleForAnyUnless(Func<Segment, int, bool> isWanted)
    {
        if (!Segments.Any(segment => segment.HasAny(Needed, isWanted))) Needed = 1;
    }

    /// <summary>Any of the words will do.</summary>
    public void SettleForAny() => Needed = 1;

    public void Dispose()
    {
        foreach (var segment in Segments) segment.Dispose();
    }

    private void Add(int word, bool onlyBegun)
    {
        var found = 0;
        foreach (var segment in Segments) found += segment.Find(words[word].Stem, onlyBegun);
        if (found == 0) return;
        isKnown[word] = true;
        var rarity = Ranking.Rarity(index.Live, found);
        Best += Ranking.BestWeight * rarity;
        foreach (var segment in Segments) segment.Weigh(rarity);
    }
}
