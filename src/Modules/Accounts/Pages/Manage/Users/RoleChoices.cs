using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Platform.Modules;

namespace Portal.Accounts.Pages.Manage.Users;

/// <summary>The roles to choose from, and those that are chosen.</summary>
internal sealed record RoleChoices(IReadOnlyList<PortalRole> All, IReadOnlyCollection<string> Chosen, ModuleCatalog Catalog)
{
    /// <summary>Name of errors about the choice: the id of the checkbox they are about.</summary>
    public const string ErrorKey = "RoleIds-" + PortalRole.AdministratorId;

    public static async Task<RoleChoices> ReadAsync(PortalDbContext db, ModuleCatalog catalog, IReadOnlyCollection<string> chosen, CancellationToken cancellationToken)
        => new(await db.Set<PortalRole>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellationToken), chosen, catalog);

    /// <summary>True for a role that needs a second factor.</summary>
    public bool SeesPeople(PortalRole role)
        => role.IsAdministrator || role.Permissions.Any(id => Catalog.Permissions.TryGetValue(id, out var permission) && permission.SeesPeople);
}
