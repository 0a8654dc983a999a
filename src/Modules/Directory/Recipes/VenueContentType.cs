using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;

namespace Portal.Directory.Recipes;

/// <summary>A venue in a recipe.</summary>
internal sealed class VenueItem : ContentItem
{
    /// <summary>What is a venue's own.</summary>
    public VenuePart? VenuePart { get; init; }
}

/// <summary>The fields of a venue. A translation has only <see cref="Transport"/>.</summary>
internal sealed record VenuePart
{
    public TextField? AddressLine { get; init; }

    public TextField? Town { get; init; }

    public TextField? Postcode { get; init; }

    public NumericField? Latitude { get; init; }

    public NumericField? Longitude { get; init; }

    public TextField? Transport { get; init; }

    /// <summary><c>public</c>, or <c>private</c> when the public may not learn where it is.</summary>
    public TextField? AddressPrivacy { get; init; }

    public TaxonomyField? Accessibility { get; init; }
}

/// <summary>Lets venues travel in recipes.</summary>
internal sealed class VenueContentType(PortalDbContext db, ListingIndexer indexer, References references) : IContentType
{
    public string Name => "Venue";

    public Type Model => typeof(VenueItem);

    public int Order => 30;

    public async Task ImportAsync(ItemImport import, CancellationToken cancellationToken)
    {
        var part = ((VenueItem)import.Item).VenuePart ?? new VenuePart();
        var venue = await db.FindVenueAsync(import.SetId, cancellationToken);
        var isNew = venue is null;
        if (import.IsMaster) venue = await ImportMasterAsync(import, part, venue, cancellationToken);
        else if (venue is null) import.Error($"There is no venue '{import.SetId}' to translate.");
        else if (part with { Transport = null } != new VenuePart()) import.Error("A translation carries texts only; everything else belongs to the item it translates.");
        if (venue is null) return;

        var text = venue.Texts.In(import.Culture ?? venue.Culture);
        if (text is null) venue.Texts.Add(text = new VenueText { Id = import.Item.ContentItemId!, VenueId = venue.Id, Culture = import.Culture ?? venue.Culture });
        Fields.ReadInto(import, text);
        text.Transport = part.Transport?.Text;
        venue.CountChange();
        if (!isNew) await indexer.IndexVenueAsync(venue.Id, cancellationToken);
    }

    private async Task<Venue> ImportMasterAsync(ItemImport import, VenuePart part, Venue? venue, CancellationToken cancellationToken)
    {
        var slug = import.Item.AutoroutePart?.Path ?? import.SetId;
        if (await db.Set<Venue>().AnyAsync(other => other.Slug == slug && other.Id != import.SetId, cancellationToken)) import.Error($"The path '{slug}' belongs to another venue.");
        if (part.Latitude?.Value is < -90 or > 90) import.Error("Latitude is between -90 and 90.");
        if (part.Longitude?.Value is < -180 or > 180) import.Error("Longitude is between -180 and 180.");
        if ((part.Latitude is null) != (part.Longitude is null)) import.Error("Latitude and Longitude belong together.");
        if (venue is null) db.Add(venue = new Venue { Id = import.SetId, Slug = slug, Culture = import.Culture ?? "en" });
        venue.Slug = slug;
        venue.Published = import.Item.Published ?? true;
        if (part.AddressPrivacy?.Text is not (null or "" or "public" or "private")) import.Error("AddressPrivacy is 'public' or 'private'.");
        venue.IsConfidential = part.AddressPrivacy?.Text == "private";
        venue.AddressLine = part.AddressLine?.Text;
        venue.Town = part.Town?.Text;
        venue.Postcode = part.Postcode?.Text;
        venue.Latitude = (double?)part.Latitude?.Value;
        venue.Longitude = (double?)part.Longitude?.Value;
        venue.AccessIds = await references.TermsAsync("Accessibility", TaxonomyIds.Access, part.Accessibility, import.Error, cancellationToken);
        return venue;
    }

    public async IAsyncEnumerable<ContentItem> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var venues = await db.Set<Venue>().AsNoTracking().Include(venue => venue.Texts).ToListAsync(cancellationToken);
        foreach (var venue in venues.OrderBy(venue => venue.Id, StringComparer.Ordinal))
        {
            foreach (var text in venue.Texts.InOrder(venue.Culture))
            {
                var part = new VenuePart { Transport = text.Transport.AsText() };
                yield return new VenueItem
                {
                    ContentItemId = text.Id,
                    ContentItemVersionId = text.VersionId,
                    ContentType = Name,
                    DisplayText = text.Title,
                    Latest = true,
                    Published = venue.Published,
                    TitlePart = new TitlePart(text.Title),
                    AutoroutePart = new AutoroutePart(venue.Slug),
                    LocalizationPart = new LocalizationPart(venue.Id, text.Culture),
                    TranslationPart = text.AsTranslation(),
                    VenuePart = text.Culture == venue.Culture ? WriteFacts(part, venue) : part,
                };
            }
        }
    }

    private static VenuePart WriteFacts(VenuePart part, Venue venue) => part with
    {
        AddressLine = venue.AddressLine.AsText(),
        AddressPrivacy = venue.IsConfidential ? "private".AsText() : null,
        Town = venue.Town.AsText(),
        Postcode = venue.Postcode.AsText(),
        Latitude = venue.Latitude is { } latitude ? new NumericField((decimal)latitude) : null,
        Longitude = venue.Longitude is { } longitude ? new NumericField((decimal)longitude) : null,
        Accessibility = venue.AccessIds.AsTerms(TaxonomyIds.Access),
    };
}
