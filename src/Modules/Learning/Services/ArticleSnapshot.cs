using Portal.Learning.Contracts;
using Portal.Learning.Domain;

namespace Portal.Learning.Services;

/// <summary>What the audit trail keeps of an article before and after a change: one of its texts, or all but its texts.</summary>
internal sealed record ArticleSnapshot(TextSnapshot? Text = null, ArticleDetails? Details = null)
{
    public static ArticleSnapshot Of(ArticleText text) => new(Text: new TextSnapshot(text.Language, text.VersionId, text.Title, text.Gist, text.Body, text.SourceVersion, text.Review));

    public static ArticleSnapshot Of(ArticleDetails details) => new(Details: details);
}

/// <summary>A text as it was.</summary>
internal sealed record TextSnapshot(string Language, string VersionId, string Title, string Gist, string Body, string? SourceVersion, string? Review)
{
    public WrittenText Written => new(Title, Gist, Body, SourceVersion, Review);
}
