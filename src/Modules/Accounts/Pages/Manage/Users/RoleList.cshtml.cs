using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Services;
using Portal.Platform.Data;

namespace Portal.Accounts.Pages.Manage.Users;

/// <summary>The roles, and what each may do.</summary>
internal sealed class RoleListModel(PortalDbContext db, Services.Roles roles, IStringLocalizerFactory texts) : PageModel
{
    public IReadOnlyList<RoleRow> Roles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
        => Roles = await db.Set<PortalRole>().AsNoTracking().OrderBy(role => role.Name)
            .Select(role => new RoleRow(role.Id, role.Name, role.Description, role.Permissions, db.Set<UserRole>().Count(held => held.RoleId == role.Id)))
            .ToListAsync(cancellationToken);

    /// <summary>Permissions in words, in the order of the modules.</summary>
    public IEnumerable<string> Words(IReadOnlyList<string> permissions)
        => roles.Grantable.Where(entry => permissions.Contains(entry.Permission.Id)).Select(entry => texts.Create(entry.Module.Manifest.Resources)[entry.Permission.TextKey].Value);

    internal sealed record RoleRow(string Id, string Name, string Description, IReadOnlyList<string> Permissions, int Users);
}
