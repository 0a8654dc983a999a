using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;

namespace Portal.Accounts.Security;

/// <summary>What is needed of a signed-in user for each request.</summary>
/// <param name="Stamp">Security stamp: sessions with another are over.</param>
/// <param name="Permissions">Ids of all permissions of the user's roles.</param>
/// <param name="SeesPeople">True when one of them asks for a second factor.</param>
/// <param name="HasAuthenticator">True when an authenticator is set up.</param>
internal sealed record KnownUser(string Stamp, FrozenSet<string> Permissions, bool SeesPeople, bool HasAuthenticator);

/// <summary>Reads signed-in users once per version of the tenant's content, so that each request asks nothing of the database and locking or changed roles work with the next request.</summary>
internal sealed class KnownUsers(PortalDbContext db, UserManager<PortalUser> users, TenantContext tenant, ModuleCatalog catalog)
{
    /// <summary>The user with that id; null when there is none or the account is locked.</summary>
    public async ValueTask<KnownUser?> FindAsync(string id)
    {
        var cache = await tenant.Profile.GetOrReadAsync(() => Task.FromResult(new Cache()));
        if (cache.Users.TryGetValue(id, out var known)) return known;
        return cache.Users[id] = await ReadAsync(id);
    }

    private async Task<KnownUser?> ReadAsync(string id)
    {
        var user = await db.Set<PortalUser>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.LockedAt == null);
        if (user is null) return null;
        var roles = await db.Set<UserRole>().Where(held => held.UserId == id).Join(db.Set<PortalRole>(), held => held.RoleId, role => role.Id, (_, role) => role).AsNoTracking().ToListAsync();

        var permissions = roles.SelectMany(role => role.IsAdministrator ? catalog.Permissions.Keys : role.Permissions).ToHashSet(StringComparer.Ordinal);
        permissions.UnionWith(catalog.Permissions.Values.Where(part => part.PartOf is { } whole && permissions.Contains(whole)).Select(part => part.Id).ToList());
        if (ManageEntries().Any(entry => entry.Permission is { } permission && permissions.Contains(permission))) permissions.Add(AccountsPermissions.OpenManage);
        return new KnownUser(user.SecurityStamp!, permissions.ToFrozenSet(StringComparer.Ordinal), permissions.Any(SeesPeople), await users.GetTwoFactorEnabledAsync(user));
    }

    private bool SeesPeople(string permission) => catalog.Permissions.TryGetValue(permission, out var found) && found.SeesPeople;

    private IEnumerable<MenuEntry> ManageEntries()
        => catalog.Modules.SelectMany(module => module.Manifest.Menu).Where(entry => entry.Place == MenuPlace.Manage);

    private sealed class Cache
    {
        public ConcurrentDictionary<string, KnownUser?> Users { get; } = new(StringComparer.Ordinal);
    }
}
