using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Modules;

namespace Portal.Accounts.Services;

/// <summary>A role as the audit trail keeps one.</summary>
internal sealed record RoleState(string Name, string Description, IReadOnlyList<string> Permissions);

/// <summary>Makes and changes roles.</summary>
internal sealed class Roles(PortalDbContext db, ModuleCatalog catalog, AuditLog audit, TimeProvider clock)
{
    /// <summary>What roles can be allowed to do, in the order of the modules.</summary>
    public IReadOnlyList<(Permission Permission, PortalModule Module)> Grantable { get; } =
        [.. catalog.Modules.SelectMany(module => module.Manifest.Permissions.Select(permission => (permission, module))).Where(entry => entry.permission.Id != AccountsPermissions.OpenManage)];

    /// <summary>Sets what a role is, making it when it is new; null when another role has the name. The caller saves.</summary>
    public async Task<PortalRole?> SetAsync(string? id, RoleState wanted, CancellationToken cancellationToken)
    {
        await db.Set<PortalRole>().LoadAsync(cancellationToken);
        var all = db.Set<PortalRole>().Local;
        if (all.Any(role => role.Name == wanted.Name && role.Id != id)) return null;

        var role = all.FirstOrDefault(role => role.Id == id);
        var before = role is null ? null : State(role);
        if (role is null) db.Add(role = new PortalRole { Id = Ids.New(clock), Name = wanted.Name });
        if (!role.IsAdministrator) (role.Name, role.Permissions) = (wanted.Name, [.. wanted.Permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        role.Description = wanted.Description;
        audit.Record(before is null ? "role.added" : "role.changed", "role", role.Id, before, State(role));
        return role;
    }

    /// <summary>Removes a role nobody has; false when somebody has it.</summary>
    public async Task<bool> RemoveAsync(PortalRole role, CancellationToken cancellationToken)
    {
        if (role.IsAdministrator || await db.Set<UserRole>().AnyAsync(held => held.RoleId == role.Id, cancellationToken)) return false;
        db.Remove(role);
        audit.Record("role.removed", "role", role.Id, State(role));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static RoleState State(PortalRole role) => new(role.Name, role.Description, role.Permissions);
}
