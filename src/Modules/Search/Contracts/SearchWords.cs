using Portal.Search.Words;

namespace Portal.Search.Contracts;

/// <summary>Words as the search compares them, for other modules that have to know what is alike.</summary>
public static class SearchWords
{
    /// <summary>The words of a text in order: the spellings of one word brought together, English endings taken off.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Tokenizer.Tokens(text).Select(token => token.Stem)];
}
