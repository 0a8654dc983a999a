using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services;

/// <summary>Says which moderator looks after what.</summary>
internal sealed class Assignments(PortalDbContext db, IUsers users, AuditLog audit, TimeProvider clock)
{
    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<ModerationAssignment>> AllAsync(CancellationToken cancellationToken)
        => await db.Set<ModerationAssignment>().AsNoTracking().ToListAsync(cancellationToken);

    /// <summary>Who looks after one thing; null when nobody does.</summary>
    public async Task<ModerationAssignment?> FindAsync(string kind, string id, CancellationToken cancellationToken)
        => await db.Set<ModerationAssignment>().AsNoTracking().SingleOrDefaultAsync(row => row.Kind == kind && row.ItemId == id, cancellationToken);

    /// <summary>Everybody who may decide, by name.</summary>
    public Task<IReadOnlyList<UserSummary>> ModeratorsAsync(CancellationToken cancellationToken) => users.AllowedToAsync(DirectoryPermissions.ModerateListings, cancellationToken);

    /// <summary>Gives a thing to a moderator, or to nobody; false when that is no moderator.</summary>
    public async Task<bool> GiveAsync(string kind, string id, string? userId, CancellationToken cancellationToken)
    {
        var moderator = userId is null ? null : (await ModeratorsAsync(cancellationToken)).FirstOrDefault(user => user.Id == userId);
        if (userId is not null && moderator is null) return false;
        var row = await db.Set<ModerationAssignment>().FindAsync([kind, id], cancellationToken);
        if (!audit.Record("moderation.given", kind, id, new { To = row?.UserName ?? "" }, new { To = moderator?.Name ?? "" })) return true;
        if (moderator is null)
        {
            if (row is not null) db.Remove(row);
        }
        else if (row is null)
        {
            db.Add(new ModerationAssignment { Kind = kind, ItemId = id, UserId = moderator.Id, UserName = moderator.Name, At = clock.GetUtcNow() });
        }
        else
        {
            (row.UserId, row.UserName, row.At) = (moderator.Id, moderator.Name, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Forgets who looks after things that no longer wait; the caller saves.</summary>
    public async Task ForgetAsync(string kind, string id, CancellationToken cancellationToken)
    {
        if (await db.Set<ModerationAssignment>().FindAsync([kind, id], cancellationToken) is { } row) db.Remove(row);
    }
}
