using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Services;

/// <summary>Knows whose pages the signed-in user keeps: those that name their e-mail address; all, for somebody who manages listings.</summary>
internal sealed class GroupAccess(PortalDbContext db, ListingEditor editor, CurrentActor actor, IUsers users, IPermissions permissions)
{
    /// <summary>The listing to be changed; null when there is none, or the user does not keep it and so may not know of it.</summary>
    public async Task<Listing?> FindAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } listing) return null;
        if (await ManagesAllAsync()) return listing;
        return await EmailAsync(cancellationToken) is { } email && listing.Maintainers.Exists(maintainer => maintainer.Email == email) ? listing : null;
    }

    /// <summary>The listings that name the user, with their texts.</summary>
    public async Task<IReadOnlyList<Listing>> MineAsync(CancellationToken cancellationToken)
    {
        if (await EmailAsync(cancellationToken) is not { } email) return [];
        return await db.Set<Listing>().AsNoTracking().Include(listing => listing.Texts)
            .Where(listing => listing.Maintainers.Any(maintainer => maintainer.Email == email))
            .OrderBy(listing => listing.AssuredOn).ThenBy(listing => listing.Slug)
            .ToListAsync(cancellationToken);
    }

    /// <summary>True when the user may keep every page.</summary>
    public async ValueTask<bool> ManagesAllAsync() => actor.User is { } user && await permissions.HasAsync(user, DirectoryPermissions.ManageListings);

    /// <summary>True for a change that volunteers may see and take back: not who keeps the page, nor whether it is shown, unless it is that the group has stopped.</summary>
    public static bool IsVolunteers(ListingSnapshot before, ListingSnapshot after)
        => (before.Facts.Published == after.Facts.Published) == (before.Facts.StoppedOn == after.Facts.StoppedOn) && before.Facts.OrganisationId == after.Facts.OrganisationId
            && before.Facts.Maintainers.SequenceEqual(after.Facts.Maintainers, StringComparer.Ordinal);

    /// <summary>The address that pages know the user by.</summary>
    public async Task<string?> EmailAsync(CancellationToken cancellationToken)
        => actor.UserId is { } id && (await users.FindAsync([id], cancellationToken)).TryGetValue(id, out var user) ? user.Email.Trim().ToLowerInvariant() : null;
}
