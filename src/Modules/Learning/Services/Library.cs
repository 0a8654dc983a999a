using Portal.Learning.Contracts;
using Portal.Learning.Domain;

namespace Portal.Learning.Services;

/// <summary>All that the public may read, as of one version of the content, in every language; without the bodies.</summary>
internal sealed class Library(IReadOnlyList<ArticleEntry> articles, IReadOnlyList<CollectionEntry> collections)
{
    private readonly Dictionary<string, ArticleEntry> byId = articles.ToDictionary(article => article.Id, StringComparer.Ordinal);

    /// <summary>The articles, in order.</summary>
    public IReadOnlyList<ArticleEntry> Articles { get; } = articles;

    /// <summary>The collections, in order.</summary>
    public IReadOnlyList<CollectionEntry> Collections { get; } = collections;

    /// <summary>The article with that address, or null.</summary>
    public ArticleEntry? FindBySlug(string slug) => Articles.FirstOrDefault(article => article.Slug == slug);

    /// <summary>The articles of those ids, in the same order; those the public does not see are left out.</summary>
    public IEnumerable<ArticleEntry> Find(IEnumerable<string> ids) => ids.Select(id => byId.GetValueOrDefault(id)).OfType<ArticleEntry>();
}

/// <summary>An article in the library.</summary>
internal sealed record ArticleEntry(
    string Id, string Slug, string SourceLanguage, IReadOnlyList<string> Needs, IReadOnlyList<string> ReadNext, DateOnly? ReviewedOn, IReadOnlyList<EntryText> Texts)
{
    /// <summary>The text it was first written as.</summary>
    public EntryText Source => Texts.FirstOrDefault(text => text.Language == SourceLanguage) ?? Texts[0];

    /// <summary>The article as a reader with that chain of languages sees it on a card.</summary>
    public ArticleCard Card(IReadOnlyList<string> fallbackChain)
    {
        var text = Texts.For(fallbackChain, text => text.Language)!;
        return new ArticleCard(Id, Slug, text.Language, text.Title, text.Gist, text.Minutes);
    }
}

/// <summary>An article in the library in one language.</summary>
/// <param name="Gist">As plain text.</param>
internal sealed record EntryText(string Language, string VersionId, string Title, string Gist, int Words, string? SourceVersion, string? Review)
{
    /// <summary>Reading time.</summary>
    public int Minutes => ReadingTime.Minutes(Words);

    /// <summary>What a reader is told of the text.</summary>
    public TextNotes NotesFor(ArticleEntry article)
        => new(Language, Review == TranslatedText.Machine, Language != article.SourceLanguage && SourceVersion is not null && SourceVersion != article.Source.VersionId, article.SourceLanguage);
}

/// <summary>A collection in the library.</summary>
internal sealed record CollectionEntry(string Id, string Slug, IReadOnlyList<string> Articles, IReadOnlyList<CollectionEntryText> Texts);

/// <summary>A collection in the library in one language.</summary>
/// <param name="Gist">As plain text.</param>
internal sealed record CollectionEntryText(string Language, string Title, string Gist);
