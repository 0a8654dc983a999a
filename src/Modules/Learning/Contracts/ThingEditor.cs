using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;

namespace Portal.Learning.Contracts;

/// <summary>Changes one kind of translated thing, as the pages for editors need it.</summary>
public interface IThingEditor
{
    /// <summary>Where the kind is looked after and read, and what it has.</summary>
    ThingPlace Place { get; }

    /// <summary>All things of the kind, in order, with the state of each language.</summary>
    Task<IReadOnlyList<ThingRow>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The thing with that address and all its texts, to be changed; null when there is none.</summary>
    Task<TranslatedThing?> FindThingAsync(string slug, CancellationToken cancellationToken);

    /// <summary>Makes a thing that nobody else sees yet. False when another has its address.</summary>
    Task<bool> AddAsync(string slug, string language, string title, CancellationToken cancellationToken);

    /// <summary>Saves what was written in one language, unless somebody else saved it since it was read.</summary>
    Task<SaveResult> SaveTextAsync(TranslatedThing thing, TextEdit edit, CancellationToken cancellationToken);

    /// <summary>Shows a thing to the public, or takes it off the site. False when too little is written to show it.</summary>
    Task<bool> SetPublishedAsync(TranslatedThing thing, bool isPublished, CancellationToken cancellationToken);

    /// <summary>What was done to a thing, the newest first.</summary>
    Task<IReadOnlyList<ThingChange>> HistoryAsync(TranslatedThing thing, int count, CancellationToken cancellationToken);

    /// <summary>Puts back what stood before an entry of the history. False when there is nothing to put back.</summary>
    Task<bool> RestoreAsync(TranslatedThing thing, long number, CancellationToken cancellationToken);
}

/// <summary>Where a kind of thing is looked after and read.</summary>
/// <param name="ManagePath">Address of the list for editors, inside the tenant.</param>
/// <param name="PublicPrefix">What stands before the last part of the address for readers, inside the tenant.</param>
/// <param name="HasBody">False for a kind that has no more than a gist.</param>
public sealed record ThingPlace(string ManagePath, string PublicPrefix, bool HasBody);

/// <summary>Changes one kind of translated thing. Every change is audited with what was before, indexed, and saved as one.</summary>
/// <typeparam name="TThing">The kind.</typeparam>
/// <typeparam name="TText">Its text in one language.</typeparam>
/// <typeparam name="TDetails">All but its texts.</typeparam>
public abstract class ThingEditor<TThing, TText, TDetails>(PortalDbContext db, AuditLog audit, TimeProvider clock) : IThingEditor
    where TThing : TranslatedThing<TText, TDetails>
    where TText : TranslatedText
    where TDetails : ThingDetails
{
    /// <inheritdoc/>
    public abstract ThingPlace Place { get; }

    /// <summary>What the audit trail calls the kind.</summary>
    protected abstract string Subject { get; }

    /// <summary>The thing with that address and all its texts, to be changed; null when there is none.</summary>
    public Task<TThing?> FindAsync(string slug, CancellationToken cancellationToken)
        => db.Set<TThing>().Include(thing => thing.Texts).FirstOrDefaultAsync(thing => thing.Slug == slug, cancellationToken);

    /// <inheritdoc/>
    public async Task<TranslatedThing?> FindThingAsync(string slug, CancellationToken cancellationToken) => await FindAsync(slug, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ThingRow>> ListAsync(CancellationToken cancellationToken)
        => await db.Set<TThing>().AsNoTracking()
            .OrderBy(thing => thing.Order).ThenBy(thing => thing.Id)
            .Select(thing => new ThingRow(
                thing.Id, thing.Slug, thing.SourceLanguage, thing.IsPublished,
                thing.Texts.Select(text => new TextRow(text.Language, text.VersionId, text.Title, text.SourceVersion, text.Review)).ToList()))
            .ToListAsync(cancellationToken);

    /// <summary>The title of each thing in its first language, by id, in the order of the list.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(CancellationToken cancellationToken)
        => await db.Set<TThing>().AsNoTracking()
            .OrderBy(thing => thing.Order).ThenBy(thing => thing.Id)
            .Select(thing => new { thing.Id, Title = thing.Texts.Where(text => text.Language == thing.SourceLanguage).Select(text => text.Title).FirstOrDefault() })
            .ToDictionaryAsync(thing => thing.Id, thing => thing.Title ?? thing.Id, StringComparer.Ordinal, cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> AddAsync(string slug, string language, string title, CancellationToken cancellationToken)
    {
        if (await db.Set<TThing>().AnyAsync(other => other.Slug == slug, cancellationToken)) return false;
        var last = await db.Set<TThing>().MaxAsync(other => (int?)other.Order, cancellationToken) ?? 0;
        var thing = New(Ids.New(clock), slug, language);
        thing.Arrange(Changed(thing.Details, last + 1, isPublished: false));
        var text = thing.Write(language, thing.Id, Ids.New(clock), new WrittenText(title, "", ""));
        db.Add(thing);
        audit.Record($"{Subject}.added", Subject, thing.Id, after: ThingState<TDetails>.Of(text));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<SaveResult> SaveTextAsync(TranslatedThing thing, TextEdit edit, CancellationToken cancellationToken)
    {
        var mine = (TThing)thing;
        var text = mine.In(edit.Language);
        if ((text?.VersionId ?? "") != edit.VersionSeen) return SaveResult.Conflict;
        var isSource = edit.Language == mine.SourceLanguage;
        var written = edit.Over(text, isSource);
        if (text?.Written == written) return SaveResult.Unchanged;

        var before = text is null ? null : ThingState<TDetails>.Of(text);
        text = mine.Write(edit.Language, ContentItemIdFor(mine, edit.Language), Ids.New(clock), written);
        if (edit.IsSmall && isSource) KeepTranslations(mine, edit.VersionSeen, text.VersionId);
        audit.Record($"{Subject}.text", Subject, mine.Id, before, ThingState<TDetails>.Of(text), edit.Why);
        await IndexAsync(mine, cancellationToken);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Changes all but the texts. False when nothing was changed.</summary>
    public Task<bool> ArrangeAsync(TThing thing, TDetails details, CancellationToken cancellationToken) => ArrangeAsync(thing, details, "details", cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> SetPublishedAsync(TranslatedThing thing, bool isPublished, CancellationToken cancellationToken)
    {
        if (isPublished && !thing.CanBePublished) return false;
        var mine = (TThing)thing;
        await ArrangeAsync(mine, Changed(mine.Details, mine.Order, isPublished), isPublished ? "published" : "unpublished", cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ThingChange>> HistoryAsync(TranslatedThing thing, int count, CancellationToken cancellationToken)
    {
        var entries = await audit.Of(Subject, thing.Id).Take(count).ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(entry =>
            {
                var (before, after) = (ThingState<TDetails>.Read(entry.Before), ThingState<TDetails>.Read(entry.After));
                return new ThingChange(entry, before?.Text, after?.Text, before?.Details, after?.Details);
            }),
        ];
    }

    /// <inheritdoc/>
    public async Task<bool> RestoreAsync(TranslatedThing thing, long number, CancellationToken cancellationToken)
    {
        var mine = (TThing)thing;
        var entry = await audit.Of(Subject, mine.Id).FirstOrDefaultAsync(entry => entry.Number == number, cancellationToken);
        if (ThingState<TDetails>.Read(entry?.Before) is not { } before) return false;

        if (before.Details is { } details) return await ArrangeAsync(mine, details, "restored", cancellationToken);
        if (before.Text is not { } was || mine.In(was.Language) is not { } text || text.Written == was.Written()) return false;

        var now = ThingState<TDetails>.Of(text);
        // The same words get the id they had, so translations made from them are right again.
        text.Write(was.VersionId, was.Written());
        audit.Record($"{Subject}.restored", Subject, mine.Id, now, ThingState<TDetails>.Of(text));
        await IndexAsync(mine, cancellationToken);
        return await SaveAsync(cancellationToken) == SaveResult.Saved;
    }

    /// <summary>A new thing of the kind.</summary>
    protected abstract TThing New(string id, string slug, string language);

    /// <summary>Puts the thing in the search index as it is now, for a kind that can be searched.</summary>
    protected virtual Task IndexAsync(TThing thing, CancellationToken cancellationToken) => Task.CompletedTask;

    private static TDetails Changed(TDetails details, int order, bool isPublished)
        => (TDetails)((ThingDetails)details with { Order = order, IsPublished = isPublished });

    private static void KeepTranslations(TThing thing, string versionBefore, string version)
    {
        foreach (var translation in thing.Texts.Where(text => text.SourceVersion == versionBefore))
            translation.Write(translation.VersionId, translation.Written with { SourceVersion = version });
    }

    private async Task<bool> ArrangeAsync(TThing thing, TDetails details, string action, CancellationToken cancellationToken)
    {
        if (!audit.Record($"{Subject}.{action}", Subject, thing.Id, ThingState<TDetails>.Of(thing.Details), ThingState<TDetails>.Of(details))) return false;
        thing.Arrange(details);
        await IndexAsync(thing, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Readable where there is room for it, as in the recipes.</summary>
    private string ContentItemIdFor(TThing thing, string language)
        => $"{thing.Id}-{language.ToLowerInvariant()}" is { Length: <= Ids.Length } readable ? readable : Ids.New(clock);

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
