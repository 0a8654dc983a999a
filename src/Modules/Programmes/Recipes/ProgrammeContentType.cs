using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Platform.Data;
using Portal.Programmes.Domain;
using Portal.Programmes.Services;
using Portal.Recipes.Contracts;

namespace Portal.Programmes.Recipes;

/// <summary>Takes programmes out of recipes and writes them back.</summary>
internal sealed class ProgrammeContentType(PortalDbContext db, ProgrammeIndexer indexer, IArticles articles, ITaxonomies taxonomies)
    : TranslatedContentType<ProgrammeItem, Programme, ProgrammeText, ProgrammeDetails>(db)
{
    public override string Name => "Programme";

    public override int Order => 60;

    protected override Programme New(string id, string slug, string language) => new(id, slug, language);

    protected override WrittenText? ReadText(ItemImport import, ProgrammeItem item) => TranslatedItems.ReadText(import, item.ProgrammePart?.Gist, item.MarkdownBodyPart, hasBody: true);

    protected override async Task<ProgrammeDetails?> ReadDetailsAsync(ItemImport import, ProgrammeItem item, CancellationToken cancellationToken)
    {
        var part = item.ProgrammePart!;
        ProgrammeKind? kind = part.Kind?.Text switch { "module" => ProgrammeKind.Module, "course" => ProgrammeKind.Course, _ => null };
        var (minutes, sessions) = ((int)(part.Minutes?.Value ?? 0), (int)(part.Sessions?.Value ?? 1));
        // One that is still being written may not say yet how long it takes.
        var (least, isPublished) = (item.Published == false ? 0 : 1, item.Published ?? true);
        if (kind is null) import.Error($"Programme '{item.ContentItemId}': Kind can be 'module' or 'course'.");
        if (minutes < least || minutes > Programme.LongestSession) import.Error($"Programme '{item.ContentItemId}': Minutes has to be between {least} and {Programme.LongestSession}.");
        if (sessions is < 1 or > Programme.MostSessions) import.Error($"Programme '{item.ContentItemId}': Sessions has to be between 1 and {Programme.MostSessions}.");
        if (kind is null || minutes < least || minutes > Programme.LongestSession || sessions is < 1 or > Programme.MostSessions) return null;
        return new ProgrammeDetails(
            kind.Value, minutes, sessions, (int)(part.Order?.Value ?? 0), isPublished,
            TranslatedItems.ReadNeeds(import, part.Needs, await taxonomies.ReadAsync(cancellationToken)), part.Articles?.ContentItemIds ?? [], part.Listings?.ContentItemIds ?? []);
    }

    protected override async Task CheckReferencesAsync(ItemImport import, ProgrammeDetails details, CancellationToken cancellationToken)
        => TranslatedItems.RefuseUnknown(import, "Articles", await articles.FindUnknownAsync(details.Articles, cancellationToken));

    protected override object?[] FieldsOfMaster(ProgrammeItem item)
    {
        var part = item.ProgrammePart;
        return [part?.Kind, part?.Minutes, part?.Sessions, part?.Order, part?.Needs, part?.Articles, part?.Listings];
    }

    protected override ProgrammeItem WriteParts(Programme thing, ProgrammeText text, bool isSource) => new()
    {
        ContentType = Name,
        ProgrammePart = !isSource
            ? new ProgrammePart(new MarkdownField(text.Gist))
            : new ProgrammePart(
                new MarkdownField(text.Gist),
                new TextField(thing.Kind == ProgrammeKind.Course ? "course" : "module"),
                new NumericField(thing.Minutes),
                new NumericField(thing.Sessions),
                new NumericField(thing.Order),
                TranslatedItems.WriteNeeds(thing.Needs),
                TranslatedItems.WriteReferences(thing.Articles),
                TranslatedItems.WriteReferences(thing.Listings)),
        MarkdownBodyPart = new MarkdownBodyPart(text.Body),
    };

    protected override Task IndexAsync(Programme thing, CancellationToken cancellationToken) => indexer.PutAsync(thing, cancellationToken);
}
