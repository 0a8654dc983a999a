using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

/// <summary>Reads things to be changed, those of the running unit of work included. What is tracked already is not asked for again.</summary>
internal static class DirectoryQueries
{
    /// <summary>The listing with its texts and maintainers, tracked; null when there is none.</summary>
    public static async Task<Listing?> FindListingAsync(this PortalDbContext db, string id, CancellationToken cancellationToken)
    {
        if (await db.Set<Listing>().FindAsync([id], cancellationToken) is not { } listing) return null;
        var entry = db.Entry(listing);
        if (entry.State == EntityState.Added) return listing;
        await entry.Collection(one => one.Texts).LoadAsync(cancellationToken);
        await entry.Collection(one => one.Maintainers).LoadAsync(cancellationToken);
        return listing;
    }

    /// <summary>The venue with its texts, tracked; null when there is none.</summary>
    public static async Task<Venue?> FindVenueAsync(this PortalDbContext db, string id, CancellationToken cancellationToken)
    {
        if (await db.Set<Venue>().FindAsync([id], cancellationToken) is not { } venue) return null;
        if (db.Entry(venue) is { State: not EntityState.Added } entry) await entry.Collection(one => one.Texts).LoadAsync(cancellationToken);
        return venue;
    }

    /// <summary>The organisation with its texts, tracked; null when there is none.</summary>
    public static async Task<Organisation?> FindOrganisationAsync(this PortalDbContext db, string id, CancellationToken cancellationToken)
    {
        if (await db.Set<Organisation>().FindAsync([id], cancellationToken) is not { } organisation) return null;
        if (db.Entry(organisation) is { State: not EntityState.Added } entry) await entry.Collection(one => one.Texts).LoadAsync(cancellationToken);
        return organisation;
    }

    /// <summary>The texts of a thing: the source first, then the others by language.</summary>
    public static IEnumerable<TText> InOrder<TText>(this IEnumerable<TText> texts, string source)
        where TText : ContentText
        => texts.OrderBy(text => text.Culture == source ? 0 : 1).ThenBy(text => text.Culture, StringComparer.Ordinal);
}
