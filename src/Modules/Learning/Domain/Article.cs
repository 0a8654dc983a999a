using Portal.Learning.Contracts;

namespace Portal.Learning.Domain;

/// <summary>Something to read, in one or several languages.</summary>
internal sealed class Article(string id, string slug, string sourceLanguage) : TranslatedThing<ArticleText, ArticleDetails>(id, slug, sourceLanguage)
{
    /// <summary>Ids of the needs it speaks to.</summary>
    public IReadOnlyList<string> Needs { get; private set; } = [];

    /// <summary>Ids of the articles to read after it, in order.</summary>
    public IReadOnlyList<string> ReadNext { get; private set; } = [];

    /// <summary>When somebody last checked that what it says is right.</summary>
    public DateOnly? ReviewedOn { get; private set; }

    /// <inheritdoc/>
    public override ArticleDetails Details => new(Order, IsPublished, Needs, ReadNext, ReviewedOn);

    /// <inheritdoc/>
    public override void Arrange(ArticleDetails details)
        => (Order, IsPublished, Needs, ReadNext, ReviewedOn) = details;

    /// <inheritdoc/>
    protected override ArticleText NewText(string language, string contentItemId) => new() { ArticleId = Id, Language = language, ContentItemId = contentItemId };
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

/// <summary>What is said of an article besides its texts.</summary>
internal sealed record ArticleDetails(int Order, bool IsPublished, IReadOnlyList<string> Needs, IReadOnlyList<string> ReadNext, DateOnly? ReviewedOn)
    : ThingDetails(Order, IsPublished);
