using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Learning.Recipes;

/// <summary>Takes collections out of recipes and writes them back.</summary>
internal sealed class CollectionContentType(PortalDbContext db, IArticles articles) : TranslatedContentType<CollectionItem, Collection, CollectionText, CollectionDetails>(db)
{
    public override string Name => "Collection";

    public override int Order => 51;

    protected override Collection New(string id, string slug, string language) => new(id, slug, language);

    protected override WrittenText? ReadText(ItemImport import, CollectionItem item) => TranslatedItems.ReadText(import, item.CollectionPart?.Gist, null, hasBody: false);

    protected override Task<CollectionDetails?> ReadDetailsAsync(ItemImport import, CollectionItem item, CancellationToken cancellationToken)
        => Task.FromResult<CollectionDetails?>(new((int)(item.CollectionPart?.Order?.Value ?? 0), item.Published ?? true, item.CollectionPart?.Articles?.ContentItemIds ?? []));

    protected override async Task CheckReferencesAsync(ItemImport import, CollectionDetails details, CancellationToken cancellationToken)
        => TranslatedItems.RefuseUnknown(import, "Articles", await articles.FindUnknownAsync(details.Articles, cancellationToken));

    protected override object?[] FieldsOfMaster(CollectionItem item) => [item.CollectionPart?.Articles, item.CollectionPart?.Order];

    protected override CollectionItem WriteParts(Collection thing, CollectionText text, bool isSource) => new()
    {
        ContentType = Name,
        CollectionPart = !isSource
            ? new CollectionPart(new MarkdownField(text.Gist))
            : new CollectionPart(new MarkdownField(text.Gist), TranslatedItems.WriteReferences(thing.Articles), new NumericField(thing.Order)),
    };
}
