using Microsoft.EntityFrameworkCore;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Learning.Services;

/// <summary>Reads the library once per version of the content.</summary>
internal sealed class LibraryReader(PortalDbContext db, TenantContext tenant) : IArticles
{
    private const string Feature = "Portal.Learning";

    /// <summary>The library of the tenant.</summary>
    public ValueTask<Library> ReadAsync(CancellationToken cancellationToken)
        => tenant.Profile.GetOrReadAsync(async () => new Library(await ReadArticlesAsync(cancellationToken), await ReadCollectionsAsync(cancellationToken)));

    /// <summary>The body of an article in one language.</summary>
    public Task<string> ReadBodyAsync(string articleId, string language, CancellationToken cancellationToken)
        => db.Set<ArticleText>().Where(text => text.ArticleId == articleId && text.Language == language).Select(text => text.Body).SingleAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, ArticleCard>> CardsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || !tenant.Profile.Features.Contains(Feature)) return new Dictionary<string, ArticleCard>(StringComparer.Ordinal);
        var library = await ReadAsync(cancellationToken);
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        return library.Find(ids.Distinct(StringComparer.Ordinal)).ToDictionary(article => article.Id, article => article.Card(chain), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindUnknownAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var known = await db.Set<Article>().Where(article => ids.Contains(article.Id)).Select(article => article.Id).ToListAsync(cancellationToken);
        return [.. ids.Where(id => !known.Contains(id) && !db.Set<Article>().Local.Any(article => article.Id == id))];
    }

    private async Task<List<ArticleEntry>> ReadArticlesAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<Article>().AsNoTracking()
            .Where(article => article.IsPublished && article.Texts.Any())
            .OrderBy(article => article.Order).ThenBy(article => article.Id)
            .Select(article => new ArticleEntry(
                article.Id, article.Slug, article.SourceLanguage, article.Needs, article.ReadNext, article.ReviewedOn,
                article.Texts.Select(text => new EntryText(text.Language, text.VersionId, text.Title, text.Gist, text.Words, text.SourceVersion, text.Review)).ToList()))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row with { Texts = [.. row.Texts.Select(text => text with { Gist = MarkdownText.ToPlainText(text.Gist) })] })];
    }

    private async Task<List<CollectionEntry>> ReadCollectionsAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<Collection>().AsNoTracking()
            .Where(collection => collection.IsPublished && collection.Texts.Any())
            .OrderBy(collection => collection.Order).ThenBy(collection => collection.Id)
            .Select(collection => new CollectionEntry(
                collection.Id, collection.Slug, collection.Articles,
                collection.Texts.Select(text => new CollectionEntryText(text.Language, text.Title, text.Gist)).ToList()))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row with { Texts = [.. row.Texts.Select(text => text with { Gist = MarkdownText.ToPlainText(text.Gist) })] })];
    }
}
