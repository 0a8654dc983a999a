using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Services;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Learning.Recipes;

/// <summary>Takes articles out of recipes and writes them back.</summary>
internal sealed class ArticleContentType(PortalDbContext db, ArticleIndexer indexer, IArticles articles, ITaxonomies taxonomies)
    : TranslatedContentType<ArticleItem, Article, ArticleText, ArticleDetails>(db)
{
    private readonly PortalDbContext db = db;

    public override string Name => "Article";

    public override int Order => 50;

    protected override Article New(string id, string slug, string language) => new(id, slug, language);

    protected override WrittenText? ReadText(ItemImport import, ArticleItem item) => TranslatedItems.ReadText(import, item.ArticlePart?.Gist, item.MarkdownBodyPart, hasBody: true);

    protected override async Task<ArticleDetails?> ReadDetailsAsync(ItemImport import, ArticleItem item, CancellationToken cancellationToken) => new(
        (int)(item.ArticlePart?.Order?.Value ?? 0),
        item.Published ?? true,
        TranslatedItems.ReadNeeds(import, item.ArticlePart?.Needs, await taxonomies.ReadAsync(cancellationToken)),
        item.ArticlePart?.ReadNext?.ContentItemIds ?? [],
        item.ArticlePart?.ReviewedOn?.Value);

    protected override Task CheckReferencesAsync(ItemImport import, ArticleDetails details, CancellationToken cancellationToken)
    {
        // Articles lead to each other, so this can be told only when all of the recipe's are there.
        db.BeforeSaving(async cancelled => TranslatedItems.RefuseUnknown(import, "ReadNext", await articles.FindUnknownAsync(details.ReadNext, cancelled)));
        return Task.CompletedTask;
    }

    protected override object?[] FieldsOfMaster(ArticleItem item) => [item.ArticlePart?.Needs, item.ArticlePart?.ReadNext, item.ArticlePart?.ReviewedOn, item.ArticlePart?.Order];

    protected override ArticleItem WriteParts(Article thing, ArticleText text, bool isSource) => new()
    {
        ContentType = Name,
        ArticlePart = !isSource
            ? new ArticlePart(new MarkdownField(text.Gist))
            : new ArticlePart(
                new MarkdownField(text.Gist),
                TranslatedItems.WriteNeeds(thing.Needs),
                TranslatedItems.WriteReferences(thing.ReadNext),
                thing.ReviewedOn is null ? null : new DateField(thing.ReviewedOn),
                new NumericField(thing.Order)),
        MarkdownBodyPart = new MarkdownBodyPart(text.Body),
    };

    protected override Task IndexAsync(Article thing, CancellationToken cancellationToken) => indexer.PutAsync(thing, cancellationToken);
}
