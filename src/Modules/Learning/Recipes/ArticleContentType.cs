using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Services;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Learning.Recipes;

/// <summary>Takes articles out of recipes and writes them back.</summary>
internal sealed class ArticleContentType(PortalDbContext db, ArticleIndexer indexer, IArticles articles, ITaxonomies taxonomies) : IContentType
{
    public string Name => "Article";

    public Type Model => typeof(ArticleItem);

    public int Order => 50;

    public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
    {
        var item = (ArticleItem)import.Item;
        if (TranslatedItems.ReadText(import, item.ArticlePart?.Gist, item.MarkdownBodyPart, hasBody: true) is not { } text) return;
        var article = await FindAsync(import.SetId, cancellationToken);
        if (import.IsMaster) article = await TakeMasterAsync(import, item, article, cancellationToken);
        else TranslatedItems.RefuseOtherFields(import, item.ArticlePart?.Needs, item.ArticlePart?.ReadNext, item.ArticlePart?.ReviewedOn, item.ArticlePart?.Order);

        if (article is null)
        {
            if (!import.IsMaster) TranslatedItems.RefuseOrphan(import);
            return;
        }

        article.Write(import.Culture!, item.ContentItemId!, item.ContentItemVersionId!, text);
        await indexer.PutAsync(article, cancellationToken);
    }

    public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = db.Set<Article>().AsNoTracking().Include(article => article.Texts).OrderBy(article => article.Order).ThenBy(article => article.Id);
        await foreach (var article in all.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var text in TranslatedItems.InOrder(article.Texts, article.SourceLanguage)) yield return Write(article, text);
        }
    }

    private async Task<Article?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var article = await db.Set<Article>().FindAsync([id], cancellationToken);
        if (article is not null && db.Entry(article).State != EntityState.Added) await db.Entry(article).Collection(found => found.Texts).LoadAsync(cancellationToken);
        return article;
    }

    private async Task<Article?> TakeMasterAsync(ItemImport import, ArticleItem item, Article? article, CancellationToken cancellationToken)
    {
        var slug = item.AutoroutePart!.Path;
        if (article is null)
        {
            if (await SlugIsTakenAsync(slug, cancellationToken))
            {
                import.Error($"Article '{item.ContentItemId}': another article has the address '{slug}'.");
                return null;
            }

            article = new Article(import.SetId, slug, import.Culture!);
            db.Add(article);
        }

        article.Arrange(new ArticleDetails(
            (int)(item.ArticlePart?.Order?.Value ?? 0),
            item.Published ?? true,
            TranslatedItems.ReadNeeds(import, item.ArticlePart?.Needs, await taxonomies.ReadAsync(cancellationToken)),
            item.ArticlePart?.ReadNext?.ContentItemIds ?? [],
            item.ArticlePart?.ReviewedOn?.Value));
        // Articles lead to each other, so this can be told only when all of the recipe's are there.
        db.BeforeSaving(async cancelled => TranslatedItems.RefuseUnknown(import, "ReadNext", await articles.FindUnknownAsync(article.ReadNext, cancelled)));
        return article;
    }

    private async Task<bool> SlugIsTakenAsync(string slug, CancellationToken cancellationToken)
        => db.Set<Article>().Local.Any(article => article.Slug == slug) || await db.Set<Article>().AnyAsync(article => article.Slug == slug, cancellationToken);

    private static ArticleItem Write(Article article, ArticleText text)
    {
        var isSource = text.Language == article.SourceLanguage;
        return new ArticleItem
        {
            ContentItemId = text.ContentItemId,
            ContentItemVersionId = text.VersionId,
            ContentType = "Article",
            DisplayText = text.Title,
            Latest = true,
            Published = article.IsPublished,
            TitlePart = new TitlePart(text.Title),
            AutoroutePart = new AutoroutePart(article.Slug),
            LocalizationPart = new LocalizationPart(article.Id, text.Language),
            TranslationPart = TranslatedItems.WriteTranslation(text),
            ArticlePart = !isSource
                ? new ArticlePart(new MarkdownField(text.Gist))
                : new ArticlePart(
                    new MarkdownField(text.Gist),
                    TranslatedItems.WriteNeeds(article.Needs),
                    TranslatedItems.WriteReferences(article.ReadNext),
                    article.ReviewedOn is null ? null : new DateField(article.ReviewedOn),
                    new NumericField(article.Order)),
            MarkdownBodyPart = new MarkdownBodyPart(text.Body),
        };
    }
}
