using System.Text;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Search.Data;
using Portal.Search.Words;

namespace Portal.Search.Services;

/// <summary>Makes the documents of an item, one per language of the tenant.</summary>
internal sealed class DocumentWriter(TenantSettings settings)
{
    /// <summary>Words not worth proposing are shorter or longer than this.</summary>
    private const int ShortestWord = 3, LongestWord = 30;

    /// <exception cref="ArgumentException">The item has no text, or a facet that cannot be written.</exception>
    public IEnumerable<SearchDocument> Write(SearchItem item)
    {
        if (item.Texts.Count == 0) throw new ArgumentException($"{item.Kind} {item.ItemId} has no text.", nameof(item));
        var facets = FacetList.Write(item.Facets);
        var terms = StemsOf(item.TermWords);
        var texts = item.Texts.Select(text => new StemmedText(text, StemsOf([text.Title]), StemsOf([text.Summary, text.Body]))).ToList();
        return settings.Languages.Distinct(StringComparer.Ordinal).Select(language =>
        {
            var shown = Shown(texts, language);
            return new SearchDocument
            {
                Kind = item.Kind,
                ItemId = item.ItemId,
                Language = language,
                Slug = item.Slug,
                Title = shown.Text.Title,
                Summary = shown.Text.Summary,
                TextLanguage = shown.Text.Language,
                Facets = facets,
                Latitude = item.Place?.Latitude,
                Longitude = item.Place?.Longitude,
                Anywhere = item.Anywhere,
                AssuredOn = item.AssuredOn,
                Tokens = new SearchTokens { Words = Words(language, shown, terms, texts) },
            };
        });
    }

    /// <summary>The words of titles, summaries and terms as they are written, in small letters.</summary>
    public static IEnumerable<string> WordsToPropose(SearchItem item)
        => item.Texts.SelectMany(text => new[] { text.Title, text.Summary }).Concat(item.TermWords)
            .SelectMany(text => Tokenizer.Tokens(text)
                .Where(token => token.Length is >= ShortestWord and <= LongestWord && !token.Folded.Any(char.IsAsciiDigit) && !StopWords.Contains(token.Folded))
                .Select(token => text.Substring(token.Start, token.Length).ToLowerInvariant()))
            .Distinct(StringComparer.Ordinal);

    private StemmedText Shown(List<StemmedText> texts, string language)
        => settings.FallbackChain(language).Select(candidate => texts.Find(text => text.Text.Language == candidate)).FirstOrDefault(text => text is not null) ?? texts[0];

    /// <summary>Each word once, in the weightiest field it stands in.</summary>
    private static string Words(string language, StemmedText shown, List<string> terms, List<StemmedText> texts)
    {
        var words = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Add(Field.Title, shown.Title);
        Add(Field.Terms, terms);
        Add(Field.Text, shown.Rest);
        foreach (var other in texts.Where(text => text != shown))
        {
            Add(Field.OtherLanguages, other.Title);
            Add(Field.OtherLanguages, other.Rest);
        }

        return words.ToString();

        void Add(Field field, List<string> stems)
        {
            var prefix = Lexeme.Prefix(language, field);
            foreach (var stem in stems.Where(seen.Add)) words.Append(words.Length == 0 ? "" : " ").Append(prefix).Append(stem);
        }
    }

    private static List<string> StemsOf(IEnumerable<string> texts)
        => [.. texts.SelectMany(Tokenizer.Tokens).Where(token => !StopWords.Contains(token.Folded)).Select(token => token.Stem).Distinct(StringComparer.Ordinal)];

    private sealed record StemmedText(SearchText Text, List<string> Title, List<string> Rest);
}
