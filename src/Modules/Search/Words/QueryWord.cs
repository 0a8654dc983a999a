namespace Portal.Search.Words;

/// <summary>One word that is looked for.</summary>
/// <param name="Token">Where it stands in what was typed.</param>
/// <param name="Stem">What the index is asked for.</param>
/// <param name="IsLast">True for the last word, which may be only begun.</param>
internal sealed record QueryWord(Token Token, string Stem, bool IsLast)
{
    /// <summary>More words than this are not looked at.</summary>
    public const int Most = 8;

    private const int LongestQuery = 200;

    /// <summary>The words of what was typed, each once; those that say little only where there are no others.</summary>
    public static IReadOnlyList<QueryWord> Parse(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        var tokens = Tokenizer.Tokens(typed.Length > LongestQuery ? typed[..LongestQuery] : typed)
            .Where(token => !StopWords.Contains(token.Folded))
            .DistinctBy(token => token.Stem, StringComparer.Ordinal)
            .ToList();
        if (tokens.Exists(token => !LightWords.Contains(token.Folded))) tokens.RemoveAll(token => LightWords.Contains(token.Folded));
        if (tokens.Count > Most) tokens.RemoveRange(Most, tokens.Count - Most);
        return [.. tokens.Select((token, i) => new QueryWord(token, token.Stem, i == tokens.Count - 1))];
    }
}
