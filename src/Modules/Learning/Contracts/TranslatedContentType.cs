using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Learning.Contracts;

/// <summary>Takes one kind of translated thing out of recipes and writes it back: a master with all its details, then its translations.</summary>
/// <typeparam name="TItem">The kind in a recipe.</typeparam>
/// <typeparam name="TThing">The kind.</typeparam>
/// <typeparam name="TText">Its text in one language.</typeparam>
/// <typeparam name="TDetails">All but its texts.</typeparam>
public abstract class TranslatedContentType<TItem, TThing, TText, TDetails>(PortalDbContext db) : IContentType
    where TItem : ContentItem
    where TThing : TranslatedThing<TText, TDetails>
    where TText : TranslatedText
    where TDetails : ThingDetails
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public Type Model => typeof(TItem);

    /// <inheritdoc/>
    public abstract int Order { get; }

    /// <inheritdoc/>
    public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
    {
        var item = (TItem)import.Item;
        if (ReadText(import, item) is not { } text) return;
        var thing = await FindAsync(import.SetId, cancellationToken);
        if (import.IsMaster)
        {
            thing = await TakeMasterAsync(import, item, thing, cancellationToken);
            if (thing is null) return;
        }
        else
        {
            TranslatedItems.RefuseOtherFields(import, FieldsOfMaster(item));
        }

        if (thing is null)
        {
            TranslatedItems.RefuseOrphan(import);
            return;
        }

        thing.Write(import.Culture!, item.ContentItemId!, item.ContentItemVersionId!, text);
        await IndexAsync(thing, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var things = db.Set<TThing>().AsNoTracking().Include(thing => thing.Texts).OrderBy(thing => thing.Order).ThenBy(thing => thing.Id);
        await foreach (var thing in things.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var text in TranslatedItems.InOrder(thing.Texts, thing.SourceLanguage)) yield return Write(thing, text);
        }
    }

    /// <summary>A new thing of the kind.</summary>
    protected abstract TThing New(string id, string slug, string language);

    /// <summary>Reads the text and tells what is missing; null when it cannot be taken.</summary>
    protected abstract WrittenText? ReadText(ItemImport import, TItem item);

    /// <summary>Reads all but the texts and tells what is wrong; null when it cannot be taken.</summary>
    protected abstract Task<TDetails?> ReadDetailsAsync(ItemImport import, TItem item, CancellationToken cancellationToken);

    /// <summary>Looks whether what a master refers to is there.</summary>
    protected abstract Task CheckReferencesAsync(ItemImport import, TDetails details, CancellationToken cancellationToken);

    /// <summary>The fields that only a master may have.</summary>
    protected abstract object?[] FieldsOfMaster(TItem item);

    /// <summary>The parts of the kind for a recipe; what all kinds share is filled in.</summary>
    /// <param name="isSource">True for the master, which alone carries the details.</param>
    protected abstract TItem WriteParts(TThing thing, TText text, bool isSource);

    /// <summary>Puts the thing in the search index as it is now, for a kind that can be searched.</summary>
    protected virtual Task IndexAsync(TThing thing, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<TThing?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var thing = await db.Set<TThing>().FindAsync([id], cancellationToken);
        if (thing is not null && db.Entry(thing).State != EntityState.Added) await db.Entry(thing).Collection(found => found.Texts).LoadAsync(cancellationToken);
        return thing;
    }

    private async Task<TThing?> TakeMasterAsync(ItemImport import, TItem item, TThing? thing, CancellationToken cancellationToken)
    {
        if (await ReadDetailsAsync(import, item, cancellationToken) is not { } details) return null;
        var slug = item.AutoroutePart!.Path;
        if (thing is null)
        {
            if (await SlugIsTakenAsync(slug, cancellationToken))
            {
                import.Error($"{Name} '{item.ContentItemId}': another {Name.ToLowerInvariant()} has the address '{slug}'.");
                return null;
            }

            db.Add(thing = New(import.SetId, slug, import.Culture!));
        }

        thing.Arrange(details);
        await CheckReferencesAsync(import, details, cancellationToken);
        return thing;
    }

    private async Task<bool> SlugIsTakenAsync(string slug, CancellationToken cancellationToken)
        => db.Set<TThing>().Local.Any(thing => thing.Slug == slug) || await db.Set<TThing>().AnyAsync(thing => thing.Slug == slug, cancellationToken);

    private TItem Write(TThing thing, TText text)
    {
        var item = WriteParts(thing, text, text.Language == thing.SourceLanguage);
        item.ContentItemId = text.ContentItemId;
        item.ContentItemVersionId = text.VersionId;
        item.DisplayText = text.Title;
        item.Latest = true;
        item.Published = thing.IsPublished;
        item.TitlePart = new TitlePart(text.Title);
        item.AutoroutePart = new AutoroutePart(thing.Slug);
        item.LocalizationPart = new LocalizationPart(thing.Id, text.Language);
        item.TranslationPart = TranslatedItems.WriteTranslation(text);
        return item;
    }
}
