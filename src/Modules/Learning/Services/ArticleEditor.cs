using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;

namespace Portal.Learning.Services;

/// <summary>Changes articles. Every change is audited with what was before, indexed, and saved as one.</summary>
internal sealed class ArticleEditor(PortalDbContext db, AuditLog audit, ArticleIndexer indexer, TimeProvider clock)
{
    /// <summary>What the audit trail calls an article.</summary>
    public const string Subject = "article";

    /// <summary>The article with that address and all its texts, to be changed; null when there is none.</summary>
    public Task<Article?> FindAsync(string slug, CancellationToken cancellationToken)
        => db.Set<Article>().Include(article => article.Texts).FirstOrDefaultAsync(article => article.Slug == slug, cancellationToken);

    /// <summary>Makes an article that nobody else sees yet; null when another has its address.</summary>
    public async Task<Article?> AddAsync(string slug, string language, string title, CancellationToken cancellationToken)
    {
        if (await db.Set<Article>().AnyAsync(other => other.Slug == slug, cancellationToken)) return null;
        var last = await db.Set<Article>().MaxAsync(other => (int?)other.Order, cancellationToken) ?? 0;
        var article = new Article(Ids.New(clock), slug, language);
        article.Arrange(article.Details with { Order = last + 1 });
        var text = article.Write(language, article.Id, Ids.New(clock), new WrittenText(title, "", ""));
        db.Add(article);
        audit.Record("article.added", Subject, article.Id, after: ArticleSnapshot.Of(text));
        await db.SaveChangesAsync(cancellationToken);
        return article;
    }

    /// <summary>Saves what was written in one language, unless somebody else saved it since it was read.</summary>
    public async Task<SaveResult> SaveTextAsync(Article article, TextEdit edit, CancellationToken cancellationToken)
    {
        var text = article.In(edit.Language);
        if ((text?.VersionId ?? "") != edit.VersionSeen) return SaveResult.Conflict;
        var written = Written(article, text, edit);
        if (text?.Written == written) return SaveResult.Unchanged;

        var before = text is null ? null : ArticleSnapshot.Of(text);
        text = article.Write(edit.Language, ContentItemIdFor(article, edit.Language), Ids.New(clock), written);
        if (edit.IsSmall && edit.Language == article.SourceLanguage) KeepTranslations(article, edit.VersionSeen, text.VersionId);
        audit.Record("article.text", Subject, article.Id, before, ArticleSnapshot.Of(text), edit.Why);
        await indexer.PutAsync(article, cancellationToken);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Changes all but the texts. False when nothing was changed.</summary>
    public async Task<bool> ArrangeAsync(Article article, ArticleDetails details, string action, CancellationToken cancellationToken)
    {
        if (!audit.Record(action, Subject, article.Id, ArticleSnapshot.Of(article.Details), ArticleSnapshot.Of(details))) return false;
        article.Arrange(details);
        await indexer.PutAsync(article, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Shows an article to the public. False when too little is written.</summary>
    public async Task<bool> PublishAsync(Article article, CancellationToken cancellationToken)
    {
        if (!article.CanBePublished) return false;
        await ArrangeAsync(article, article.Details with { IsPublished = true }, "article.published", cancellationToken);
        return true;
    }

    /// <summary>Takes an article off the site; its texts are kept.</summary>
    public Task UnpublishAsync(Article article, CancellationToken cancellationToken)
        => ArrangeAsync(article, article.Details with { IsPublished = false }, "article.unpublished", cancellationToken);

    /// <summary>What was done to an article, the newest first.</summary>
    public Task<List<AuditEntry>> HistoryAsync(Article article, int count, CancellationToken cancellationToken)
        => audit.Of(Subject, article.Id).Take(count).ToListAsync(cancellationToken);

    /// <summary>Puts back what stood before an entry of the history. False when there is nothing to put back.</summary>
    public async Task<bool> RestoreAsync(Article article, long number, CancellationToken cancellationToken)
    {
        var entry = await audit.Of(Subject, article.Id).FirstOrDefaultAsync(entry => entry.Number == number, cancellationToken);
        if (entry?.Before is null || JsonSerializer.Deserialize<ArticleSnapshot>(entry.Before, PortalJson.Options) is not { } before) return false;

        if (before.Details is { } details) return await ArrangeAsync(article, details, "article.restored", cancellationToken);
        if (before.Text is not { } was || article.In(was.Language) is not { } text || text.Written == was.Written) return false;

        var now = ArticleSnapshot.Of(text);
        // The same words get the id they had, so translations made from them are right again.
        text.Write(was.VersionId, was.Written);
        audit.Record("article.restored", Subject, article.Id, now, ArticleSnapshot.Of(text));
        await indexer.PutAsync(article, cancellationToken);
        return await SaveAsync(cancellationToken) == SaveResult.Saved;
    }

    private static WrittenText Written(Article article, ArticleText? text, TextEdit edit)
    {
        var isSource = edit.Language == article.SourceLanguage;
        var isSameAsSource = text is null || edit.MatchesSource;
        return new WrittenText(
            edit.Title.Trim(),
            edit.Gist.Trim(),
            edit.Body.ReplaceLineEndings("\n").Trim(),
            isSource ? null : isSameAsSource ? edit.SourceVersionSeen : text!.SourceVersion,
            isSource ? null : edit.IsChecked ? TranslatedText.Reviewed : text?.Review);
    }

    private static void KeepTranslations(Article article, string versionBefore, string version)
    {
        foreach (var translation in article.Texts.Where(text => text.SourceVersion == versionBefore))
            translation.Write(translation.VersionId, translation.Written with { SourceVersion = version });
    }

    /// <summary>Readable where there is room for it, as in the recipes.</summary>
    private string ContentItemIdFor(Article article, string language)
        => $"{article.Id}-{language.ToLowerInvariant()}" is { Length: <= Ids.Length } readable ? readable : Ids.New(clock);

    private async Task<SaveResult> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return SaveResult.Saved;
        }
        catch (DbUpdateException)
        {
            // Somebody saved the same text in the same moment.
            return SaveResult.Conflict;
        }
    }
}

/// <summary>What came of saving.</summary>
internal enum SaveResult
{
    /// <summary>It is saved.</summary>
    Saved,

    /// <summary>There was nothing to save.</summary>
    Unchanged,

    /// <summary>Somebody else saved it in the meantime; nothing was overwritten.</summary>
    Conflict,
}

/// <summary>What somebody wrote in one language.</summary>
internal sealed record TextEdit
{
    public required string Language { get; init; }

    /// <summary>Version of the text that was on the page; empty when there was none.</summary>
    public required string VersionSeen { get; init; }

    public required string Title { get; init; }

    public required string Gist { get; init; }

    public required string Body { get; init; }

    /// <summary>Version of the source that stood beside a translation.</summary>
    public string? SourceVersionSeen { get; init; }

    /// <summary>True when the writer says that the translation says the same as that source.</summary>
    public bool MatchesSource { get; init; }

    /// <summary>True when the writer has looked at the translation and found it good.</summary>
    public bool IsChecked { get; init; }

    /// <summary>True for a correction of the source after which its translations still say the same.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Why, for the history.</summary>
    public string? Why { get; init; }
}
