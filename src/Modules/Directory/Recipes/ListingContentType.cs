using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>Lets listings travel in recipes.</summary>
internal sealed class ListingContentType(PortalDbContext db, ListingIndexer indexer, References references) : IContentType
{
    private readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);

    public string Name => "Listing";

    public Type Model => typeof(ListingItem);

    public int Order => 40;

    public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
    {
        var item = (ListingItem)import.Item;
        var part = item.ListingPart ?? new ListingPart();
        var listing = await db.FindListingAsync(import.SetId, cancellationToken);
        if (import.IsMaster) listing = await ImportMasterAsync(import, part, listing, cancellationToken);
        else if (listing is null) import.Error($"There is no listing '{import.SetId}' to translate.");
        else if (part.HasFacts()) import.Error("A translation carries texts only; everything else belongs to the item it translates.");
        if (listing is null) return;

        var culture = import.Culture ?? listing.Culture;
        var text = listing.Texts.In(culture);
        if (text is not null && text.Id != item.ContentItemId)
        {
            listing.Texts.Remove(text);
            db.Remove(text);
            text = null;
        }

        if (text is null) listing.Texts.Add(text = new ListingText { Id = item.ContentItemId!, ListingId = listing.Id, Culture = culture });
        Fields.ReadInto(import, text);
        text.Words = ListingPartReader.ReadWords(part, text.Title);
        listing.CountChange();
        await indexer.IndexAsync(listing, cancellationToken);
    }

    private async Task<Listing?> ImportMasterAsync(ItemImport import, ListingPart part, Listing? listing, CancellationToken cancellationToken)
    {
        var slug = import.Item.AutoroutePart?.Path ?? import.SetId;
        if (!slugs.TryAdd(slug, import.SetId) || await db.Set<Listing>().AnyAsync(other => other.Slug == slug && other.Id != import.SetId, cancellationToken)) import.Error($"The path '{slug}' belongs to another listing.");
        var facts = await new ListingPartReader(references, import.Error).ReadFactsAsync(part, import.Item.Published ?? true, cancellationToken);
        if (listing is null) db.Add(listing = new Listing { Id = import.SetId, Slug = slug, Culture = import.Culture ?? "en" });
        listing.Slug = slug;
        listing.Put(facts);
        await Trust.NameAsync(db, facts.Maintainers, cancellationToken);
        return listing;
    }

    public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listings = await db.Set<Listing>().AsNoTracking().AsSplitQuery().Include(listing => listing.Texts).Include(listing => listing.Maintainers)
            .ToListAsync(cancellationToken);
        foreach (var listing in listings.OrderBy(listing => listing.Id, StringComparer.Ordinal))
        {
            foreach (var text in listing.Texts.InOrder(listing.Culture))
            {
                var words = ListingPartWriter.WriteWords(text.Words);
                yield return new ListingItem
                {
                    ContentItemId = text.Id,
                    ContentItemVersionId = text.VersionId,
                    ContentType = Name,
                    DisplayText = text.Title,
                    Latest = true,
                    Published = listing.Published,
                    TitlePart = new TitlePart(text.Title),
                    AutoroutePart = new AutoroutePart(listing.Slug),
                    LocalizationPart = new LocalizationPart(listing.Id, text.Culture),
                    TranslationPart = text.AsTranslation(),
                    ListingPart = text.Culture == listing.Culture ? ListingPartWriter.WriteFacts(words, listing.Facts) : words,
                };
            }
        }
    }
}
