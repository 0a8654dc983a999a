using System.Text;
using Portal.Search.Contracts;
using Portal.Search.Words;

namespace Portal.Search.Segments;

/// <summary>
/// Takes the texts of items apart into lexemes, and puts these in order with the entries that have them. A word is folded and stemmed
/// when it is first met; after that it costs one look-up.
/// </summary>
internal sealed class TermCollector
{
    /// <summary>Words not worth proposing are shorter or longer than this.</summary>
    private const int ShortestWord = 3, LongestWord = 30;

    private readonly Dictionary<string, Word> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stem> stems = new(StringComparer.Ordinal);
    private readonly List<string> fields = [];
    private readonly List<(string Field, string Stem)> terms = [];
    private readonly List<(int Term, int Place)> occurrences = [];
    private int item, text;

    /// <summary>The words of titles, summaries and terms as people write them, in small letters, to propose to those who misspell them.</summary>
    public HashSet<string> WordsToPropose { get; } = new(StringComparer.Ordinal);

    /// <summary>The words of the terms once for all languages; then, language by language, those of the title, and of summary and body what is not there before.</summary>
    public void Add(int place, SearchItem added)
    {
        item++;
        var field = FieldOf(Lexeme.OfFirstTerms);
        foreach (var stem in added.FirstTermWords.SelectMany(term => Stems(term, isProposed: true))) stem.AddOnce(ref stem.InFirstTerms, item, this, field, place);
        field = FieldOf(Lexeme.OfTerms);
        foreach (var stem in added.TermWords.SelectMany(term => Stems(term, isProposed: true)))
        {
            if (stem.InFirstTerms != item) stem.AddOnce(ref stem.InTerms, item, this, field, place);
        }

        foreach (var written in added.Texts)
        {
            text++;
            field = FieldOf(Lexeme.OfTitle(written.Language));
            foreach (var stem in Stems(written.Title, isProposed: true)) stem.AddOnce(ref stem.InTitle, text, this, field, place);
            field = FieldOf(Lexeme.OfSummary(written.Language));
            foreach (var stem in Stems(written.Summary, isProposed: true))
            {
                if (stem.InTitle != text) stem.AddOnce(ref stem.InSummary, text, this, field, place);
            }

            field = FieldOf(Lexeme.OfText(written.Language));
            foreach (var stem in Stems(written.Body, isProposed: false))
            {
                if (stem.InTitle != text && stem.InSummary != text) stem.AddOnce(ref stem.InText, text, this, field, place);
            }
        }
    }

    /// <summary>All lexemes in the order of their bytes, each with its entries.</summary>
    public (Packed Terms, Packed Postings) Build()
    {
        var bytes = terms.ConvertAll(term => Encoding.UTF8.GetBytes(term.Field + term.Stem));
        var order = new int[terms.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => bytes[a].AsSpan().SequenceCompareTo(bytes[b]));

        var begin = new int[terms.Count + 1];
        foreach (var (term, _) in occurrences) begin[term + 1]++;
        for (var term = 0; term < terms.Count; term++) begin[term + 1] += begin[term];
        var places = new int[occurrences.Count];
        var next = begin[..^1];
        foreach (var (term, place) in occurrences) places[next[term]++] = place;

        var (packedTerms, postings) = (new PackedBuilder(), new PackedBuilder());
        foreach (var term in order)
        {
            packedTerms.Add(bytes[term]);
            var last = -1;
            foreach (var place in places.AsSpan(begin[term], begin[term + 1] - begin[term]))
            {
                postings.AddNumber(place - last);
                last = place;
            }

            postings.End();
        }

        return (packedTerms.Build(), postings.Build());
    }

    private int FieldOf(string name)
    {
        var known = fields.IndexOf(name);
        if (known >= 0) return known;
        fields.Add(name);
        return fields.Count - 1;
    }

    private IEnumerable<Stem> Stems(string written, bool isProposed)
    {
        for (var position = 0; Tokenizer.NextWord(written, ref position) is var (start, length) && length > 0;)
        {
            var word = WordOf(written.AsSpan(start, length));
            if (word.Stem is null) continue;
            if (isProposed && word.Proposal is not null) WordsToPropose.Add(word.Proposal);
            yield return word.Stem;
        }
    }

    private Word WordOf(ReadOnlySpan<char> written)
    {
        if (words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var known)) return known;
        var word = written.ToString();
        return words[word] = Make(word);
    }

    private Word Make(string written)
    {
        var token = Tokenizer.Tokens(written).FirstOrDefault();
        if (string.IsNullOrEmpty(token.Folded) || StopWords.Contains(token.Folded)) return new Word(null, null);
        if (!stems.TryGetValue(token.Stem, out var stem)) stems[token.Stem] = stem = new Stem(token.Stem);
        return new Word(stem, written.Length is >= ShortestWord and <= LongestWord && !token.Folded.Any(char.IsAsciiDigit) ? written.ToLowerInvariant() : null);
    }

    /// <summary>A word as it is written.</summary>
    /// <param name="Stem">What the index holds of it; null for words that say nothing.</param>
    /// <param name="Proposal">As it is proposed to who misspells it, if it is.</param>
    private sealed record Word(Stem? Stem, string? Proposal);

    /// <summary>A stem, and in which item and text it was last met.</summary>
    private sealed class Stem(string text)
    {
        public int InFirstTerms;
        public int InTerms;
        public int InTitle;
        public int InSummary;
        public int InText;
        private int[] termOfField = [];

        /// <summary>Notes that an entry has it in a field, unless that was noted already.</summary>
        public void AddOnce(ref int last, int now, TermCollector all, int field, int place)
        {
            if (last == now) return;
            last = now;
            if (termOfField.Length <= field) Array.Resize(ref termOfField, field + 1);
            if (termOfField[field] == 0)
            {
                all.terms.Add((all.fields[field], text));
                termOfField[field] = all.terms.Count; // one more than its place: 0 stands for none
            }

            all.occurrences.Add((termOfField[field] - 1, place));
        }
    }
}
