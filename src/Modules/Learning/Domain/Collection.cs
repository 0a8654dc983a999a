using Portal.Learning.Contracts;

namespace Portal.Learning.Domain;

/// <summary>Articles that belong together, in the order to read them.</summary>
internal sealed class Collection(string id, string slug, string sourceLanguage) : TranslatedThing<CollectionText, CollectionDetails>(id, slug, sourceLanguage)
{
    /// <summary>Ids of its articles, in order.</summary>
    public IReadOnlyList<string> Articles { get; private set; } = [];

    /// <inheritdoc/>
    public override CollectionDetails Details => new(Order, IsPublished, Articles);

    /// <inheritdoc/>
    public override bool CanBePublished => Source is { Gist.Length: > 0 } && Articles.Count > 0;

    /// <inheritdoc/>
    public override void Arrange(CollectionDetails details) => (Order, IsPublished, Articles) = details;

    /// <inheritdoc/>
    protected override CollectionText NewText(string language, string contentItemId) => new() { CollectionId = Id, Language = language, ContentItemId = contentItemId };
}

/// <summary>A collection in one language; it has no body.</summary>
internal sealed class CollectionText : TranslatedText
{
    /// <summary>Id of the collection.</summary>
    public required string CollectionId { get; init; }
}

/// <summary>What is said of a collection besides its texts.</summary>
/// <param name="Articles">Ids of its articles, in order.</param>
internal sealed record CollectionDetails(int Order, bool IsPublished, IReadOnlyList<string> Articles) : ThingDetails(Order, IsPublished);
