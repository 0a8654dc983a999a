using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Platform.Data;
using Portal.Programmes.Domain;
using Portal.Programmes.Services;
using Portal.Recipes.Contracts;

namespace Portal.Programmes.Recipes;

/// <summary>Takes programmes out of recipes and writes them back.</summary>
internal sealed class ProgrammeContentType(PortalDbContext db, ProgrammeIndexer indexer, IArticles articles, ITaxonomies taxonomies) : IContentType
{
    private const int LongestSession = 24 * 60;
    private const int MostSessions = 200;

    public string Name => "Programme";

    public Type Model => typeof(ProgrammeItem);

    public int Order => 60;

    public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
    {
        var item = (ProgrammeItem)import.Item;
        if (TranslatedItems.ReadText(import, item.ProgrammePart?.Gist, item.MarkdownBodyPart, hasBody: true) is not { } text) return;
        var programme = await FindAsync(import.SetId, cancellationToken);
        if (import.IsMaster)
        {
            if (ReadDetails(import, item, await taxonomies.ReadAsync(cancellationToken)) is not { } details) return;
            if (programme is null)
            {
                if (await SlugIsTakenAsync(item.AutoroutePart!.Path, cancellationToken))
                {
                    import.Error($"Programme '{item.ContentItemId}': another programme has the address '{item.AutoroutePart.Path}'.");
                    return;
                }

                db.Add(programme = new Programme(import.SetId, item.AutoroutePart.Path, import.Culture!));
            }

            programme.Arrange(details);
            TranslatedItems.RefuseUnknown(import, "Articles", await articles.FindUnknownAsync(programme.Articles, cancellationToken));
        }
        else
        {
            var part = item.ProgrammePart;
            TranslatedItems.RefuseOtherFields(import, part?.Kind, part?.Minutes, part?.Sessions, part?.Order, part?.Needs, part?.Articles, part?.Listings);
        }

        if (programme is null)
        {
            TranslatedItems.RefuseOrphan(import);
            return;
        }

        programme.Write(import.Culture!, item.ContentItemId!, item.ContentItemVersionId!, text);
        await indexer.PutAsync(programme, cancellationToken);
    }

    public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var programmes = db.Set<Programme>().AsNoTracking().Include(programme => programme.Texts).OrderBy(programme => programme.Order).ThenBy(programme => programme.Id);
        await foreach (var programme in programmes.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var text in TranslatedItems.InOrder(programme.Texts, programme.SourceLanguage)) yield return Write(programme, text);
        }
    }

    private static ProgrammeDetails? ReadDetails(ItemImport import, ProgrammeItem item, TermList terms)
    {
        var part = item.ProgrammePart!;
        ProgrammeKind? kind = part.Kind?.Text switch { "module" => ProgrammeKind.Module, "course" => ProgrammeKind.Course, _ => null };
        var (minutes, sessions) = ((int)(part.Minutes?.Value ?? 0), (int)(part.Sessions?.Value ?? 1));
        if (kind is null) import.Error($"Programme '{item.ContentItemId}': Kind can be 'module' or 'course'.");
        if (minutes is < 1 or > LongestSession) import.Error($"Programme '{item.ContentItemId}': Minutes has to be between 1 and {LongestSession}.");
        if (sessions is < 1 or > MostSessions) import.Error($"Programme '{item.ContentItemId}': Sessions has to be between 1 and {MostSessions}.");
        if (kind is null || minutes is < 1 or > LongestSession || sessions is < 1 or > MostSessions) return null;
        return new ProgrammeDetails(
            kind.Value, minutes, sessions, (int)(part.Order?.Value ?? 0), item.Published ?? true,
            TranslatedItems.ReadNeeds(import, part.Needs, terms), part.Articles?.ContentItemIds ?? [], part.Listings?.ContentItemIds ?? []);
    }

    private async Task<Programme?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var programme = await db.Set<Programme>().FindAsync([id], cancellationToken);
        if (programme is not null && db.Entry(programme).State != EntityState.Added) await db.Entry(programme).Collection(found => found.Texts).LoadAsync(cancellationToken);
        return programme;
    }

    private async Task<bool> SlugIsTakenAsync(string slug, CancellationToken cancellationToken)
        => db.Set<Programme>().Local.Any(programme => programme.Slug == slug) || await db.Set<Programme>().AnyAsync(programme => programme.Slug == slug, cancellationToken);

    private static ProgrammeItem Write(Programme programme, ProgrammeText text)
    {
        var isSource = text.Language == programme.SourceLanguage;
        return new ProgrammeItem
        {
            ContentItemId = text.ContentItemId,
            ContentItemVersionId = text.VersionId,
            ContentType = "Programme",
            DisplayText = text.Title,
            Latest = true,
            Published = programme.IsPublished,
            TitlePart = new TitlePart(text.Title),
            AutoroutePart = new AutoroutePart(programme.Slug),
            LocalizationPart = new LocalizationPart(programme.Id, text.Language),
            TranslationPart = TranslatedItems.WriteTranslation(text),
            ProgrammePart = !isSource
                ? new ProgrammePart(new MarkdownField(text.Gist))
                : new ProgrammePart(
                    new MarkdownField(text.Gist),
                    new TextField(programme.Kind == ProgrammeKind.Course ? "course" : "module"),
                    new NumericField(programme.Minutes),
                    new NumericField(programme.Sessions),
                    new NumericField(programme.Order),
                    TranslatedItems.WriteNeeds(programme.Needs),
                    TranslatedItems.WriteReferences(programme.Articles),
                    TranslatedItems.WriteReferences(programme.Listings)),
            MarkdownBodyPart = new MarkdownBodyPart(text.Body),
        };
    }
}
