using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Programmes.Services;

/// <summary>Reads a programme with all that its page shows, in the reader's language or the next best.</summary>
internal sealed class ProgrammeReader(CatalogueReader catalogues, IArticles articles, GroupsThatFit groups, TenantContext tenant, SiteAddresses addresses)
{
    private const int MostGroups = 3;

    /// <summary>The programme with that address, or null when the public has none.</summary>
    public async Task<ProgrammeToRead?> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.ReadAsync(cancellationToken);
        if (catalogue.FindBySlug(slug) is not { } programme) return null;

        var text = programme.TextFor(tenant.Settings.FallbackChain(tenant.Language));
        var before = await articles.CardsAsync(programme.Articles, cancellationToken);
        return new ProgrammeToRead
        {
            Entry = programme,
            Text = text,
            Notes = programme.NotesFor(text),
            Body = MarkdownText.Render(await catalogues.ReadBodyAsync(programme.Id, text.Language, cancellationToken), path => addresses.Path(path)),
            ReadBefore = [.. programme.Articles.Where(before.ContainsKey).Select(id => before[id])],
            Groups = programme.Listings.Count > 0
                ? await groups.CardsAsync(programme.Listings, cancellationToken)
                : await groups.FindAsync(programme.Needs, MostGroups, cancellationToken),
        };
    }
}

/// <summary>What the page of a programme shows.</summary>
internal sealed record ProgrammeToRead
{
    public required ProgrammeEntry Entry { get; init; }

    public required ProgrammeEntryText Text { get; init; }

    public required TextNotes Notes { get; init; }

    public required RenderedText Body { get; init; }

    /// <summary>Articles to read before one comes.</summary>
    public required IReadOnlyList<ArticleCard> ReadBefore { get; init; }

    public required IReadOnlyList<ListingCard> Groups { get; init; }
}
