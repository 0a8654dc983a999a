using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;

namespace Portal.Learning.Services;

/// <summary>Changes articles.</summary>
internal sealed class ArticleEditor(PortalDbContext db, AuditLog audit, ArticleIndexer indexer, TimeProvider clock) : ThingEditor<Article, ArticleText, ArticleDetails>(db, audit, clock), IArticleTitles
{
    public override ThingPlace Place { get; } = new("/manage/articles", "/learn/", HasBody: true);

    protected override string Subject => "article";

    protected override Article New(string id, string slug, string language) => new(id, slug, language);

    protected override Task IndexAsync(Article thing, CancellationToken cancellationToken) => indexer.PutAsync(thing, cancellationToken);
}
