using Portal.Learning.Contracts;

namespace Portal.Learning.Domain;

/// <summary>Something to read, in one or several languages.</summary>
internal sealed class Article(string id, string slug, string sourceLanguage)
{
    private readonly List<ArticleText> texts = [];

    /// <summary>Id over all languages.</summary>
    public string Id { get; private set; } = id;

    /// <summary>Last part of its address, the same in every language; never changed, so that links last.</summary>
    public string Slug { get; private set; } = slug;

    /// <summary>Language it was first written in; the others are translations.</summary>
    public string SourceLanguage { get; private set; } = sourceLanguage;

    /// <summary>Place among all articles; smaller first.</summary>
    public int Order { get; private set; }

    /// <summary>True when the public sees it.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Ids of the needs it speaks to.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    /// <summary>Ids of the articles to read after it, in order.</summary>
    public IReadOnlyList<string> ReadNext { get; private set; } = [];

    /// <summary>When somebody last checked that what it says is right.</summary>
    public DateOnly? ReviewedOn { get; private set; }

    /// <summary>Its languages.</summary>
    public IReadOnlyList<ArticleText> Texts => texts;

    /// <summary>The text it was first written as; null before anything is written.</summary>
    public ArticleText? Source => In(SourceLanguage);

    /// <summary>All but its texts.</summary>
    public ArticleDetails Details => new(Order, IsPublished, Needs, ReadNext, ReviewedOn);

    /// <summary>True once there is enough written for the public.</summary>
    public bool CanBePublished => Source is { Gist.Length: > 0, Body.Length: > 0 };

    /// <summary>The text in a language, or null.</summary>
    public ArticleText? In(string language) => texts.Find(text => text.Language == language);

    /// <summary>Sets all but its texts.</summary>
    public void Arrange(ArticleDetails details)
        => (Order, IsPublished, Needs, ReadNext, ReviewedOn) = details;

    /// <summary>Writes it in a language.</summary>
    /// <param name="contentItemId">Id of the content item, used when the language is new.</param>
    public ArticleText Write(string language, string contentItemId, string versionId, WrittenText text)
    {
        var written = In(language);
        if (written is null)
        {
            written = new ArticleText { ArticleId = Id, Language = language, ContentItemId = contentItemId };
            texts.Add(written);
        }

        written.Write(versionId, text);
        return written;
    }
}

/// <summary>An article in one language.</summary>
internal sealed class ArticleText : TranslatedText
{
    /// <summary>Id of the article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>How many words its body has.</summary>
    public int Words { get; private set; }

    /// <inheritdoc/>
    public override void Write(string versionId, WrittenText text)
    {
        base.Write(versionId, text);
        Words = MarkdownText.CountWords(text.Body);
    }
}

/// <summary>What is said of an article besides its texts; also what the audit trail keeps of it.</summary>
internal sealed record ArticleDetails(int Order, bool IsPublished, IReadOnlyList<string> Needs, IReadOnlyList<string> ReadNext, DateOnly? ReviewedOn);
