using Microsoft.EntityFrameworkCore;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Search.Contracts;

namespace Portal.Learning.Services;

/// <summary>Keeps the search index in step with the articles.</summary>
internal sealed class ArticleIndexer(ReadingIndex index, ISearchIndex documents, PortalDbContext db) : IEventHandler<ReindexRequested>
{
    /// <summary>Kind of articles in the index.</summary>
    public const string Kind = "article";

    /// <summary>Puts an article in the index as it is now.</summary>
    public Task PutAsync(Article article, CancellationToken cancellationToken)
        => index.PutAsync(new ThingToRead(Kind, article.Id, article.Slug, article.IsPublished, article.Texts, article.Needs, article.ReviewedOn), cancellationToken);

    /// <inheritdoc/>
    public async Task HandleAsync(ReindexRequested happened, CancellationToken cancellationToken)
    {
        if (happened.Kind is not (null or Kind)) return;
        await documents.ClearAsync(Kind, cancellationToken);
        foreach (var article in await db.Set<Article>().AsNoTracking().Include(article => article.Texts).ToListAsync(cancellationToken))
            await PutAsync(article, cancellationToken);
    }
}
