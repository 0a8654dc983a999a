using System.Text;
using Portal.Search.Contracts;
using Portal.Search.Data;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Makes the entry of an item.</summary>
internal static class EntryWriter
{
    /// <summary>Words not worth proposing are shorter or longer than this.</summary>
    private const int ShortestWord = 3, LongestWord = 30;

    /// <exception cref="ArgumentException">The item has no text, or a facet that cannot be written.</exception>
    public static SearchEntry Write(SearchItem item)
    {
        if (item.Texts.Count == 0) throw new ArgumentException($"{item.Kind} {item.ItemId} has no text.", nameof(item));
        return new SearchEntry
        {
            Kind = item.Kind,
            ItemId = item.ItemId,
            Slug = item.Slug,
            Facets = FacetList.Write(item.Facets),
            Latitude = item.Place?.Latitude,
            Longitude = item.Place?.Longitude,
            Anywhere = item.Anywhere,
            AssuredOn = item.AssuredOn,
            Texts = [.. item.Texts.Select(text => new SearchEntryText { Language = text.Language, Title = text.Title, Summary = text.Summary })],
            Tokens = new SearchTokens { Words = WordsOf(item) },
        };
    }

    /// <summary>The words of titles, summaries and terms as they are written, in small letters.</summary>
    public static IEnumerable<string> WordsToPropose(SearchItem item)
        => item.Texts.SelectMany(text => new[] { text.Title, text.Summary }).Concat(item.TermWords)
            .SelectMany(text => Tokenizer.Tokens(text)
                .Where(token => token.Length is >= ShortestWord and <= LongestWord && !token.Folded.Any(char.IsAsciiDigit) && !StopWords.Contains(token.Folded))
                .Select(token => text.Substring(token.Start, token.Length).ToLowerInvariant()))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The words of the terms once for all languages; then, language by language, those of the title, and of the text what neither has.</summary>
    private static string WordsOf(SearchItem item)
    {
        var words = new StringBuilder();
        var terms = new HashSet<string>(StringComparer.Ordinal);
        Add(Lexeme.OfTerms, item.TermWords, terms);
        foreach (var text in item.Texts)
        {
            var titleWords = new HashSet<string>(StringComparer.Ordinal);
            Add(Lexeme.OfTitle(text.Language), [text.Title], titleWords);
            titleWords.UnionWith(terms);
            Add(Lexeme.OfText(text.Language), [text.Summary, text.Body], titleWords);
        }

        return words.ToString();

        void Add(string prefix, IEnumerable<string> texts, HashSet<string> seen)
        {
            foreach (var stem in texts.SelectMany(Tokenizer.Tokens).Where(token => !StopWords.Contains(token.Folded)).Select(token => token.Stem).Where(seen.Add))
                words.Append(words.Length == 0 ? "" : " ").Append(prefix).Append(stem);
        }
    }
}
