using Portal.Learning.Contracts;

namespace Portal.Learning.Domain;

/// <summary>Articles that belong together, in the order to read them.</summary>
internal sealed class Collection(string id, string slug, string sourceLanguage)
{
    private readonly List<CollectionText> texts = [];

    /// <summary>Id over all languages.</summary>
    public string Id { get; private set; } = id;

    /// <summary>Name in addresses, the same in every language.</summary>
    public string Slug { get; private set; } = slug;

    /// <summary>Language it was first written in.</summary>
    public string SourceLanguage { get; private set; } = sourceLanguage;

    /// <summary>Place among the collections; smaller first.</summary>
    public int Order { get; private set; }

    /// <summary>True when the public sees it.</summary>
    public bool IsPublished { get; private set; }

    /// <summary>Ids of its articles, in order.</summary>
    public IReadOnlyList<string> Articles { get; private set; } = [];

    /// <summary>Its languages.</summary>
    public IReadOnlyList<CollectionText> Texts => texts;

    /// <summary>The text in a language, or null.</summary>
    public CollectionText? In(string language) => texts.Find(text => text.Language == language);

    /// <summary>Sets all but its texts.</summary>
    public void Arrange(int order, bool isPublished, IReadOnlyList<string> articles)
        => (Order, IsPublished, Articles) = (order, isPublished, articles);

    /// <summary>Writes its name and gist in a language.</summary>
    public void Write(string language, string contentItemId, string versionId, WrittenText text)
    {
        var written = In(language);
        if (written is null)
        {
            written = new CollectionText { CollectionId = Id, Language = language, ContentItemId = contentItemId };
            texts.Add(written);
        }

        written.Write(versionId, text);
    }
}

/// <summary>A collection in one language; it has no body.</summary>
internal sealed class CollectionText : TranslatedText
{
    /// <summary>Id of the collection.</summary>
    public required string CollectionId { get; init; }
}
