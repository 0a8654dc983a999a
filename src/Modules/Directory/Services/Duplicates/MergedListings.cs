using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services.Duplicates;

/// <summary>Knows where pages have gone that were joined with others. Read once for each version of the content.</summary>
internal sealed class MergedListings(PortalDbContext db, TenantContext tenant)
{
    /// <summary>Longest way from page to page that is followed.</summary>
    private const int Longest = 10;

    /// <summary>The listing that is there instead of one that was joined with another; null where it was not.</summary>
    public async Task<string?> InsteadOfAsync(string id, CancellationToken cancellationToken)
    {
        var ways = await tenant.Profile.GetOrReadAsync(async () => new Ways(await db.Set<Listing>().AsNoTracking().Where(listing => listing.MergedIntoId != null)
            .Select(listing => new { listing.Id, listing.MergedIntoId }).ToDictionaryAsync(listing => listing.Id, listing => listing.MergedIntoId!, StringComparer.Ordinal, cancellationToken)));
        var reached = id;
        for (var steps = 0; steps < Longest && ways.To.TryGetValue(reached, out var next); steps++) reached = next;
        return reached == id ? null : reached;
    }

    /// <summary>Last part of the address to go to instead of one whose page was joined with another; null where there is none, or the public does not see it.</summary>
    public async Task<string?> AddressInsteadOfAsync(string slug, CancellationToken cancellationToken)
    {
        if (await db.Set<Listing>().Where(listing => listing.Slug == slug && listing.MergedIntoId != null).Select(listing => listing.Id).SingleOrDefaultAsync(cancellationToken) is not { } id) return null;
        return await InsteadOfAsync(id, cancellationToken) is { } instead
            ? await db.Set<Listing>().Where(listing => listing.Id == instead && listing.Published).Select(listing => listing.Slug).SingleOrDefaultAsync(cancellationToken)
            : null;
    }

    private sealed record Ways(IReadOnlyDictionary<string, string> To);
}
