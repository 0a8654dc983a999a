using Microsoft.EntityFrameworkCore;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Platform.Data;

namespace Portal.Learning.Services;

/// <summary>Lists all articles with the state of each language, for those who look after them.</summary>
internal sealed class ArticleOverview(PortalDbContext db)
{
    /// <summary>All articles, in order.</summary>
    public async Task<IReadOnlyList<ArticleRow>> ReadAsync(CancellationToken cancellationToken)
        => await db.Set<Article>().AsNoTracking()
            .OrderBy(article => article.Order).ThenBy(article => article.Id)
            .Select(article => new ArticleRow(
                article.Id, article.Slug, article.SourceLanguage, article.IsPublished,
                article.Texts.Select(text => new TextRow(text.Language, text.VersionId, text.Title, text.SourceVersion, text.Review)).ToList()))
            .ToListAsync(cancellationToken);
}

/// <summary>An article in the list.</summary>
internal sealed record ArticleRow(string Id, string Slug, string SourceLanguage, bool IsPublished, IReadOnlyList<TextRow> Texts)
{
    /// <summary>The text it was first written as.</summary>
    public TextRow Source => Texts.First(text => text.Language == SourceLanguage);

    /// <summary>How a language stands.</summary>
    public TextState StateIn(string language)
    {
        if (language == SourceLanguage) return TextState.Source;
        if (Texts.FirstOrDefault(text => text.Language == language) is not { } text) return TextState.Missing;
        if (text.SourceVersion is not null && text.SourceVersion != Source.VersionId) return TextState.OutOfDate;
        return text.Review switch
        {
            TranslatedText.Machine => TextState.Machine,
            TranslatedText.Reviewed => TextState.Reviewed,
            _ => TextState.Written,
        };
    }
}

/// <summary>One language of an article in the list.</summary>
internal sealed record TextRow(string Language, string VersionId, string Title, string? SourceVersion, string? Review);

/// <summary>How a language of an article stands.</summary>
internal enum TextState
{
    /// <summary>Nothing is written.</summary>
    Missing,

    /// <summary>It is the language the article was first written in.</summary>
    Source,

    /// <summary>A person wrote it.</summary>
    Written,

    /// <summary>A person looked at a machine's work.</summary>
    Reviewed,

    /// <summary>A machine wrote it and nobody has looked.</summary>
    Machine,

    /// <summary>The source was changed since.</summary>
    OutOfDate,
}
