using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Looks words up, all of them with one query; with a second one the beginning of the last, where no entry has it as it stands.</summary>
internal sealed class WordMatcher(FullText fullText)
{
    private const int ShortestBeginning = 3;

    public async Task<WordMatches> MatchAsync(ReadersColumns columns, IReadOnlyList<QueryWord> words, CancellationToken cancellationToken)
    {
        var fields = new SearchedFields(columns.Languages);
        var matches = new WordMatches(columns, words);
        var found = await fullText.FindAsync([.. words.SelectMany(word => fields.Lookups(word.Stem))], cancellationToken);
        for (var i = 0; i < words.Count; i++) matches.Add(i, found.AsSpan(i * fields.Count, fields.Count), onlyBegun: false);

        if (matches.Unknown.FirstOrDefault(word => word.IsLast) is { Stem.Length: >= ShortestBeginning } begun)
            matches.Add(words.Count - 1, await fullText.FindAsync([.. fields.Lookups(begun.Stem, isPrefix: true)], cancellationToken), onlyBegun: true);
        return matches;
    }
}
