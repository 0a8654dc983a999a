using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Accounts.Services;

/// <summary>The tenant's users, for other modules and for the command line.</summary>
internal sealed class Users(
    PortalDbContext db, TenantContext tenant, SiteAddresses addresses, SignInLinks links, AuditLog audit, ILookupNormalizer normalizer, TimeProvider clock, ModuleCatalog catalog) : IUsers
{
    public async Task<UserSummary?> FindByEmailAsync(string email, CancellationToken cancellationToken)
        => await FindEntityAsync(email, cancellationToken) is { } user ? Summary(user) : null;

    public async Task<IReadOnlyDictionary<string, UserSummary>> FindByEmailsAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        var normalized = emails.Select(normalizer.NormalizeEmail).ToList();
        return (await db.Set<PortalUser>().AsNoTracking().Where(user => normalized.Contains(user.NormalizedEmail)).ToListAsync(cancellationToken))
            .ToDictionary(user => user.Email!.ToLowerInvariant(), Summary, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyDictionary<string, UserSummary>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
        => await db.Set<PortalUser>().AsNoTracking().Where(user => ids.Contains(user.Id))
            .Select(user => new UserSummary(user.Id, user.Name, user.Email!, user.Language))
            .ToDictionaryAsync(user => user.Id, StringComparer.Ordinal, cancellationToken);

    public async Task<UserSummary> EnsureAsync(NewUser user, CancellationToken cancellationToken)
    {
        if (!IsAddress(user.Email)) throw new InvalidOperationException($"'{user.Email}' is not an e-mail address.");
        if (await FindEntityAsync(user.Email, cancellationToken) is { } known) return Summary(known);
        var role = user.Role is null ? null : await db.Set<PortalRole>().SingleOrDefaultAsync(row => row.Name == user.Role, cancellationToken)
            ?? throw new InvalidOperationException($"There is no role '{user.Role}'.");
        var added = Add(user, role is null ? [] : [role]);
        await db.SaveChangesAsync(cancellationToken);
        return Summary(added);
    }

    public async Task<bool> GrantRoleAsync(string userId, string role, CancellationToken cancellationToken)
    {
        var granted = await db.Set<PortalRole>().SingleOrDefaultAsync(row => row.Name == role, cancellationToken) ?? throw new InvalidOperationException($"There is no role '{role}'.");
        var user = await db.Set<PortalUser>().SingleAsync(row => row.Id == userId, cancellationToken);
        var held = await db.Set<UserRole>().Where(held => held.UserId == userId).Join(db.Set<PortalRole>(), held => held.RoleId, row => row.Id, (_, row) => row).ToListAsync(cancellationToken);
        if (user.LockedAt is not null || held.Contains(granted)) return false;
        db.Add(new UserRole { UserId = userId, RoleId = granted.Id });
        audit.Record("user.changed", "user", userId, new UserState(user, held), new UserState(user, [.. held, granted]));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<UserSummary>> AllowedToAsync(string permission, CancellationToken cancellationToken)
    {
        // Roles are few, and what one allows is kept as text. A wider permission brings its parts.
        var whole = catalog.Permissions.TryGetValue(permission, out var part) ? part.PartOf : null;
        var roles = (await db.Set<PortalRole>().AsNoTracking().ToListAsync(cancellationToken))
            .Where(role => role.IsAdministrator || role.Permissions.Contains(permission, StringComparer.Ordinal) || (whole is not null && role.Permissions.Contains(whole, StringComparer.Ordinal))).Select(role => role.Id).ToList();
        return await db.Set<PortalUser>().AsNoTracking()
            .Where(user => user.LockedAt == null && db.Set<UserRole>().Any(held => held.UserId == user.Id && roles.Contains(held.RoleId)))
            .OrderBy(user => user.Name).ThenBy(user => user.Id)
            .Select(user => new UserSummary(user.Id, user.Name, user.Email!, user.Language))
            .ToListAsync(cancellationToken);
    }

    public async Task<string> CreateSignInLinkAsync(string userId, string returnPath, CancellationToken cancellationToken)
    {
        var user = await db.Set<PortalUser>().SingleAsync(row => row.Id == userId, cancellationToken);
        var link = links.Add(user, addresses.Path(returnPath, user.LanguageIn(tenant.Settings)), SignInLink.Sent);
        await db.SaveChangesAsync(cancellationToken);
        return link;
    }

    /// <summary>The user with that address, also one that is added and not yet saved.</summary>
    public async Task<PortalUser?> FindEntityAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(email);
        return db.Set<PortalUser>().Local.FirstOrDefault(user => user.NormalizedEmail == normalized)
            ?? await db.Set<PortalUser>().SingleOrDefaultAsync(user => user.NormalizedEmail == normalized, cancellationToken);
    }

    /// <summary>Adds a user whose address nobody has yet; the caller saves.</summary>
    public PortalUser Add(NewUser given, IReadOnlyList<PortalRole> roles)
    {
        var email = given.Email.Trim();
        var name = string.IsNullOrWhiteSpace(given.Name) ? email[..email.IndexOf('@', StringComparison.Ordinal)] : given.Name.Trim();
        var user = PortalUser.Create(Ids.New(clock), email, name, given.Language ?? tenant.Settings.DefaultLanguage, clock.GetUtcNow());
        user.NormalizedEmail = user.NormalizedUserName = normalizer.NormalizeEmail(email);
        user.EndSessions();
        db.Add(user);
        foreach (var role in roles) db.Add(new UserRole { UserId = user.Id, RoleId = role.Id });
        audit.Record("user.added", "user", user.Id, after: new UserState(user, roles));
        return user;
    }

    /// <summary>True for something mail can be sent to.</summary>
    public static bool IsAddress(string? text) => text is { Length: <= 320 } && MailAddress.TryCreate(text.Trim(), out var address) && address.Address == text.Trim();

    private static UserSummary Summary(PortalUser user) => new(user.Id, user.Name, user.Email!, user.Language);
}

/// <summary>A user as the audit trail keeps one.</summary>
internal sealed record UserState(string Name, string Language, IReadOnlyList<string> Roles, bool Locked)
{
    public UserState(PortalUser user, IEnumerable<PortalRole> roles)
        : this(user.Name, user.Language, [.. roles.Select(role => role.Name).Order(StringComparer.Ordinal)], user.LockedAt is not null)
    {
    }
}
