using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Learning.Services;

/// <summary>Reads an article with all that its page shows, in the reader's language or the next best.</summary>
internal sealed class ArticleReader(LibraryReader libraries, GroupsThatFit groups, TenantContext tenant, SiteAddresses addresses)
{
    private const int MostGroups = 3;

    /// <summary>The article with that address, or null when the public has none.</summary>
    public async Task<ArticleToRead?> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        var library = await libraries.ReadAsync(cancellationToken);
        if (library.FindBySlug(slug) is not { } article) return null;

        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var text = article.Texts.For(chain, text => text.Language)!;
        var body = await libraries.ReadBodyAsync(article.Id, text.Language, cancellationToken);
        return new ArticleToRead
        {
            Slug = slug,
            Text = text,
            Notes = text.NotesFor(article),
            ReviewedOn = article.ReviewedOn,
            Body = MarkdownText.Render(body, path => addresses.Path(path)),
            ReadNext = [.. library.Find(article.ReadNext).Where(next => next.Id != article.Id).Select(next => next.Card(chain))],
            Needs = await groups.PathsAsync(article.Needs, cancellationToken),
            Groups = await groups.FindAsync(article.Needs, MostGroups, cancellationToken),
        };
    }
}

/// <summary>What the page of an article shows.</summary>
internal sealed record ArticleToRead
{
    public required string Slug { get; init; }

    public required EntryText Text { get; init; }

    public required TextNotes Notes { get; init; }

    public required DateOnly? ReviewedOn { get; init; }

    public required RenderedText Body { get; init; }

    public required IReadOnlyList<ArticleCard> ReadNext { get; init; }

    /// <summary>Paths of the needs it speaks to.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    public required IReadOnlyList<ListingCard> Groups { get; init; }
}
