using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Looks words up, all of them with one query; with a second one the beginning of the last, where no document has it as it stands.</summary>
internal sealed class WordMatcher(FullText fullText)
{
    private const int ShortestBeginning = 3;

    public async Task<WordMatches> MatchAsync(IndexColumns columns, string language, IReadOnlyList<QueryWord> words, CancellationToken cancellationToken)
    {
        var matches = new WordMatches(columns, words);
        var found = await fullText.FindAsync([.. words.SelectMany(word => Lookups(language, word.Stem))], cancellationToken);
        for (var i = 0; i < words.Count; i++) matches.Add(i, found.AsSpan(i * Lexeme.Fields.Count, Lexeme.Fields.Count), onlyBegun: false);

        if (matches.Unknown.SingleOrDefault(word => word.IsLast) is { Stem.Length: >= ShortestBeginning } begun)
            matches.Add(words.Count - 1, await fullText.FindAsync([.. Lookups(language, begun.Stem, isPrefix: true)], cancellationToken), onlyBegun: true);
        return matches;
    }

    /// <summary>The lookups of a word, one for each field, the weightiest first.</summary>
    public static IEnumerable<Lookup> Lookups(string language, string stem, bool isPrefix = false)
        => Lexeme.Fields.Select(field => new Lookup(Lexeme.Of(language, field, stem), isPrefix));
}
