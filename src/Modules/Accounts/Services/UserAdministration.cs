using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Accounts.Domain;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Accounts.Services;

/// <summary>Why a change of a user was not made.</summary>
internal enum UserFault
{
    None,

    /// <summary>Somebody has that address already.</summary>
    AddressTaken,

    /// <summary>Only administrators make and unmake administrators.</summary>
    NotAnAdministrator,

    /// <summary>Nobody would be left who may do everything.</summary>
    LastAdministrator,

    /// <summary>Nobody locks the door behind which they sit.</summary>
    Oneself,
}

/// <summary>What is changed of a user.</summary>
internal sealed record UserChange(string Name, string Language, IReadOnlyCollection<string> RoleIds);

/// <summary>What those who manage users do to their accounts. Each method saves.</summary>
internal sealed class UserAdministration(
    PortalDbContext db, TenantContext tenant, Users users, SignInLinks links, SiteAddresses addresses, IMessageWriter messages, AuditLog audit, CurrentActor actor, TimeProvider clock)
{
    /// <summary>Adds a user and sends them a link.</summary>
    public async Task<UserFault> InviteAsync(NewUser given, IReadOnlyCollection<string> roleIds, CancellationToken cancellationToken)
    {
        if (await users.FindEntityAsync(given.Email, cancellationToken) is not null) return UserFault.AddressTaken;
        if (roleIds.Contains(PortalRole.AdministratorId) && !await ActorIsAdministratorAsync(cancellationToken)) return UserFault.NotAnAdministrator;
        var user = users.Add(given, await RolesAsync(roleIds, cancellationToken));
        SendInvitation(user);
        await db.SaveChangesAsync(cancellationToken);
        return UserFault.None;
    }

    /// <summary>Sends the invitation again.</summary>
    public async Task InviteAgainAsync(PortalUser user, CancellationToken cancellationToken)
    {
        SendInvitation(user);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Changes name, language and roles.</summary>
    public async Task<UserFault> ChangeAsync(PortalUser user, UserChange change, CancellationToken cancellationToken)
    {
        var before = await RolesOfAsync(user.Id, cancellationToken);
        var after = await RolesAsync(change.RoleIds, cancellationToken);
        if (before.Exists(role => role.IsAdministrator) != after.Exists(role => role.IsAdministrator))
        {
            if (!await ActorIsAdministratorAsync(cancellationToken)) return UserFault.NotAnAdministrator;
            if (!after.Exists(role => role.IsAdministrator) && await IsLastAdministratorAsync(user.Id, cancellationToken)) return UserFault.LastAdministrator;
        }

        var was = new UserState(user, before);
        (user.Name, user.Language) = (change.Name.Trim(), change.Language);
        foreach (var held in await db.Set<UserRole>().Where(held => held.UserId == user.Id).ToListAsync(cancellationToken))
        {
            if (!change.RoleIds.Contains(held.RoleId)) db.Remove(held);
        }

        foreach (var role in after.Where(role => !before.Contains(role))) db.Add(new UserRole { UserId = user.Id, RoleId = role.Id });
        audit.Record("user.changed", "user", user.Id, was, new UserState(user, after));
        await db.SaveChangesAsync(cancellationToken);
        return UserFault.None;
    }

    /// <summary>Locks an account: its sessions end and nothing signs it in until it is unlocked.</summary>
    public async Task<UserFault> LockAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if (user.Id == actor.UserId) return UserFault.Oneself;
        var roles = await RolesOfAsync(user.Id, cancellationToken);
        if (roles.Exists(role => role.IsAdministrator))
        {
            if (!await ActorIsAdministratorAsync(cancellationToken)) return UserFault.NotAnAdministrator;
            if (await IsLastAdministratorAsync(user.Id, cancellationToken)) return UserFault.LastAdministrator;
        }

        user.Lock(clock.GetUtcNow());
        audit.Record("user.locked", "user", user.Id);
        await db.SaveChangesAsync(cancellationToken);
        return UserFault.None;
    }

    /// <summary>Lets a locked account in again.</summary>
    public async Task UnlockAsync(PortalUser user, CancellationToken cancellationToken)
    {
        user.Unlock();
        audit.Record("user.unlocked", "user", user.Id);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Ends all sessions of a user.</summary>
    public async Task SignOutEverywhereAsync(PortalUser user, CancellationToken cancellationToken)
    {
        user.EndSessions();
        audit.Record("user.signed-out-everywhere", "user", user.Id);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the authenticator away from somebody who lost it and the recovery codes; they set up another at the next sign-in.</summary>
    public async Task<UserFault> RemoveAuthenticatorAsync(PortalUser user, CancellationToken cancellationToken)
    {
        if ((await RolesOfAsync(user.Id, cancellationToken)).Exists(role => role.IsAdministrator) && !await ActorIsAdministratorAsync(cancellationToken)) return UserFault.NotAnAdministrator;
        user.TwoFactorEnabled = false;
        user.EndSessions();
        db.RemoveRange(await db.Set<UserSecret>().Where(secret => secret.UserId == user.Id).ToListAsync(cancellationToken));
        audit.Record("user.authenticator-removed", "user", user.Id);
        await db.SaveChangesAsync(cancellationToken);
        return UserFault.None;
    }

    /// <summary>The roles of a user.</summary>
    public Task<List<PortalRole>> RolesOfAsync(string userId, CancellationToken cancellationToken)
        => db.Set<UserRole>().Where(held => held.UserId == userId).Join(db.Set<PortalRole>(), held => held.RoleId, role => role.Id, (_, role) => role).ToListAsync(cancellationToken);

    private Task<List<PortalRole>> RolesAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
        => db.Set<PortalRole>().Where(role => ids.Contains(role.Id)).ToListAsync(cancellationToken);

    private Task<bool> ActorIsAdministratorAsync(CancellationToken cancellationToken)
        => db.Set<UserRole>().AnyAsync(held => held.UserId == actor.UserId && held.RoleId == PortalRole.AdministratorId, cancellationToken);

    private async Task<bool> IsLastAdministratorAsync(string userId, CancellationToken cancellationToken)
        => !await db.Set<UserRole>().Where(held => held.RoleId == PortalRole.AdministratorId && held.UserId != userId)
            .Join(db.Set<PortalUser>().Where(user => user.LockedAt == null), held => held.UserId, user => user.Id, (held, _) => held)
            .AnyAsync(cancellationToken);

    private void SendInvitation(PortalUser user)
    {
        var home = addresses.Path("/account", user.LanguageIn(tenant.Settings));
        messages.Write(new EmailToWrite
        {
            To = user.Email!,
            Language = user.Language,
            Template = "invitation",
            From = typeof(UserAdministration).Assembly,
            Values = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = user.Name,
                ["from"] = actor.Name,
                ["link"] = links.Add(user, home, SignInLink.Sent),
            },
        });
        audit.Record("user.invited", "user", user.Id);
    }
}
