using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Learning.Recipes;

/// <summary>Takes collections out of recipes and writes them back.</summary>
internal sealed class CollectionContentType(PortalDbContext db, IArticles articles) : IContentType
{
    public string Name => "Collection";

    public Type Model => typeof(CollectionItem);

    public int Order => 51;

    public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
    {
        var item = (CollectionItem)import.Item;
        if (TranslatedItems.ReadText(import, item.CollectionPart?.Gist, null, hasBody: false) is not { } text) return;
        var collection = await FindAsync(import.SetId, cancellationToken);
        if (import.IsMaster)
        {
            var slug = item.AutoroutePart!.Path;
            if (collection is null)
            {
                if (await SlugIsTakenAsync(slug, cancellationToken))
                {
                    import.Error($"Collection '{item.ContentItemId}': another collection has the address '{slug}'.");
                    return;
                }

                db.Add(collection = new Collection(import.SetId, slug, import.Culture!));
            }

            collection.Arrange((int)(item.CollectionPart?.Order?.Value ?? 0), item.Published ?? true, item.CollectionPart?.Articles?.ContentItemIds ?? []);
            TranslatedItems.RefuseUnknown(import, "Articles", await articles.FindUnknownAsync(collection.Articles, cancellationToken));
        }
        else
        {
            TranslatedItems.RefuseOtherFields(import, item.CollectionPart?.Articles, item.CollectionPart?.Order);
        }

        if (collection is null) TranslatedItems.RefuseOrphan(import);
        else collection.Write(import.Culture!, item.ContentItemId!, item.ContentItemVersionId!, text);
    }

    public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var collections = db.Set<Collection>().AsNoTracking().Include(collection => collection.Texts).OrderBy(collection => collection.Order).ThenBy(collection => collection.Id);
        await foreach (var collection in collections.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var text in TranslatedItems.InOrder(collection.Texts, collection.SourceLanguage)) yield return Write(collection, text);
        }
    }

    private async Task<Collection?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var collection = await db.Set<Collection>().FindAsync([id], cancellationToken);
        if (collection is not null && db.Entry(collection).State != EntityState.Added) await db.Entry(collection).Collection(found => found.Texts).LoadAsync(cancellationToken);
        return collection;
    }

    private async Task<bool> SlugIsTakenAsync(string slug, CancellationToken cancellationToken)
        => db.Set<Collection>().Local.Any(collection => collection.Slug == slug) || await db.Set<Collection>().AnyAsync(collection => collection.Slug == slug, cancellationToken);

    private static CollectionItem Write(Collection collection, CollectionText text)
    {
        var isSource = text.Language == collection.SourceLanguage;
        return new CollectionItem
        {
            ContentItemId = text.ContentItemId,
            ContentItemVersionId = text.VersionId,
            ContentType = "Collection",
            DisplayText = text.Title,
            Latest = true,
            Published = collection.IsPublished,
            TitlePart = new TitlePart(text.Title),
            AutoroutePart = new AutoroutePart(collection.Slug),
            LocalizationPart = new LocalizationPart(collection.Id, text.Language),
            TranslationPart = TranslatedItems.WriteTranslation(text),
            CollectionPart = !isSource
                ? new CollectionPart(new MarkdownField(text.Gist))
                : new CollectionPart(new MarkdownField(text.Gist), TranslatedItems.WriteReferences(collection.Articles), new NumericField(collection.Order)),
        };
    }
}
