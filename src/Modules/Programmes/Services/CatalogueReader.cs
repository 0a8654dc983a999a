using Microsoft.EntityFrameworkCore;
using Portal.Learning.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Programmes.Contracts;
using Portal.Programmes.Domain;

namespace Portal.Programmes.Services;

/// <summary>Reads the catalogue once per version of the content.</summary>
internal sealed class CatalogueReader(PortalDbContext db, TenantContext tenant, ProgrammeWords words) : IProgrammes
{
    private const string Feature = "Portal.Programmes";

    /// <summary>The catalogue of the tenant.</summary>
    public ValueTask<Catalogue> ReadAsync(CancellationToken cancellationToken)
        => tenant.Profile.GetOrReadAsync(async () => new Catalogue(await ReadProgrammesAsync(cancellationToken)));

    /// <summary>The body of a programme in one language.</summary>
    public Task<string> ReadBodyAsync(string programmeId, string language, CancellationToken cancellationToken)
        => db.Set<ProgrammeText>().Where(text => text.ProgrammeId == programmeId && text.Language == language).Select(text => text.Body).SingleAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, ProgrammeCard>> CardsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || !tenant.Profile.Features.Contains(Feature)) return new Dictionary<string, ProgrammeCard>(StringComparer.Ordinal);
        var catalogue = await ReadAsync(cancellationToken);
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        return catalogue.Find(ids.Distinct(StringComparer.Ordinal)).ToDictionary(programme => programme.Id, programme => programme.Card(chain, words), StringComparer.Ordinal);
    }

    private async Task<List<ProgrammeEntry>> ReadProgrammesAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<Programme>().AsNoTracking()
            .Where(programme => programme.IsPublished && programme.Texts.Any())
            .OrderBy(programme => programme.Order).ThenBy(programme => programme.Id)
            .Select(programme => new ProgrammeEntry(
                programme.Id, programme.Slug, programme.SourceLanguage, programme.Kind, programme.Minutes, programme.Sessions,
                programme.Needs, programme.Articles, programme.Listings,
                programme.Texts.Select(text => new ProgrammeEntryText(text.Language, text.VersionId, text.Title, text.Gist, text.SourceVersion, text.Review)).ToList()))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row with { Texts = [.. row.Texts.Select(text => text with { Gist = MarkdownText.ToPlainText(text.Gist) })] })];
    }
}
