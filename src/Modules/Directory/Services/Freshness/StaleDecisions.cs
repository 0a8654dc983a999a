using Microsoft.EntityFrameworkCore;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>What a moderator decides about a group that has been silent for long.</summary>
internal sealed class StaleDecisions(PortalDbContext db, FreshnessReader reader, Assignments assignments, AuditLog audit)
{
    /// <summary>Weeks for which a moderator may put a group off.</summary>
    public const int PutOffWeeks = 4;

    /// <summary>Leaves it be for some weeks; false when there is no such group.</summary>
    public async Task<bool> PutOffAsync(string listingId, CancellationToken cancellationToken)
    {
        if (!await db.Set<Listing>().AnyAsync(listing => listing.Id == listingId, cancellationToken)) return false;
        var row = await db.Set<ListingFreshness>().FindAsync([listingId], cancellationToken);
        if (row is null) db.Add(row = new ListingFreshness { ListingId = listingId });
        row.PutOffUntil = (await reader.ReadAsync(cancellationToken)).Today.AddDays(PutOffWeeks * 7);
        audit.Record("listing.put-off", "listing", listingId);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Forgets who looked after a group that is fresh again.</summary>
    public async Task ForgetAsync(string listingId, CancellationToken cancellationToken)
    {
        await assignments.ForgetAsync(StaleSource.Name, listingId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
