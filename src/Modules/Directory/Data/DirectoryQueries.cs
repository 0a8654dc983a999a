using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Data;

/// <summary>Reads things to be changed, those of the running unit of work included.</summary>
internal static class DirectoryQueries
{
    /// <summary>The listing with its texts and maintainers, tracked; null when there is none.</summary>
    public static async Task<Listing?> FindListingAsync(this PortalDbContext db, string id, CancellationToken cancellationToken)
    {
        if (db.Set<Listing>().Local.FindEntry(id) is { } tracked && tracked.Collection(listing => listing.Texts).IsLoaded) return tracked.Entity;
        if (db.Set<Listing>().Local.FindEntry(id) is { State: EntityState.Added } added) return added.Entity;
        return await db.Set<Listing>().AsSplitQuery().Include(listing => listing.Texts).Include(listing => listing.Maintainers)
            .SingleOrDefaultAsync(listing => listing.Id == id, cancellationToken);
    }

    /// <summary>True when another listing has the slug, also one that is only about to be saved.</summary>
    public static async Task<bool> IsSlugTakenAsync(this PortalDbContext db, string slug, string id, CancellationToken cancellationToken)
        => db.Set<Listing>().Local.Any(other => other.Slug == slug && other.Id != id)
            || await db.Set<Listing>().AnyAsync(other => other.Slug == slug && other.Id != id, cancellationToken);

    /// <summary>The venue with its texts, tracked; null when there is none.</summary>
    public static async Task<Venue?> FindVenueAsync(this PortalDbContext db, string id, CancellationToken cancellationToken)
    {
        if (db.Set<Venue>().Local.FindEntry(id) is { } tracked && (tracked.State == EntityState.Added || tracked.Collection(venue => venue.Texts).IsLoaded)) return tracked.Entity;
        return await db.Set<Venue>().Include(venue => venue.Texts).SingleOrDefaultAsync(venue => venue.Id == id, cancellationToken);
    }

    /// <summary>The organisation with its texts, tracked; null when there is none.</summary>
    public static async Task<Organisation?> FindOrganisationAsync(this PortalDbContext db, string id, CancellationToken cancellationToken)
    {
        if (db.Set<Organisation>().Local.FindEntry(id) is { } tracked && (tracked.State == EntityState.Added || tracked.Collection(organisation => organisation.Texts).IsLoaded))
            return tracked.Entity;
        return await db.Set<Organisation>().Include(organisation => organisation.Texts).SingleOrDefaultAsync(organisation => organisation.Id == id, cancellationToken);
    }

    /// <summary>The texts of a thing: the source first, then the others by language.</summary>
    public static IEnumerable<TText> InOrder<TText>(this IEnumerable<TText> texts, string source)
        where TText : ContentText
        => texts.OrderBy(text => text.Culture == source ? 0 : 1).ThenBy(text => text.Culture, StringComparer.Ordinal);
}
