using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Accounts.Services;
using Portal.Platform.Data;
using Portal.Platform.Resources;

namespace Portal.Accounts.Pages.Manage.Users;

/// <summary>Makes a role (<c>new</c>) or changes one.</summary>
internal sealed class EditRoleModel(
    PortalDbContext db, Services.Roles roles, IStringLocalizerFactory factory, IStringLocalizer<AccountsText> texts, IStringLocalizer<PlatformText> frames) : PageModel
{
    private const string New = "new";

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Permissions { get; set; } = [];

    /// <summary>The role; null for a new one.</summary>
    public PortalRole? Role { get; private set; }

    public bool CanBeRemoved { get; private set; }

    public IEnumerable<SelectListItem> Choices => roles.Grantable.Select(entry =>
    {
        var words = factory.Create(entry.Module.Manifest.Resources)[entry.Permission.TextKey].Value;
        return new SelectListItem(entry.Permission.SeesPeople ? $"{words} ({texts["Roles.NeedsCode"].Value.TrimEnd('.')})" : words, entry.Permission.Id);
    });

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        (Name, Description, Permissions) = (Role?.Name, Role?.Description, Role?.Permissions ?? []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        if (Role is { IsAdministrator: true }) (Name, Permissions) = (Role.Name, Role.Permissions);
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > PortalRole.NameLength) ModelState.AddModelError(nameof(Name), texts["Name.Invalid"]);
        if (Permissions.Any(permission => !roles.Grantable.Any(entry => entry.Permission.Id == permission))) ModelState.AddModelError(nameof(Permissions), frames["Field.Invalid"]);
        if (!ModelState.IsValid) return Page();

        if (await roles.SetAsync(Role?.Id, new RoleState(Name!.Trim(), Description?.Trim() ?? "", Permissions), cancellationToken) is null)
        {
            ModelState.AddModelError(nameof(Name), texts["Roles.NameTaken"]);
            return Page();
        }

        await db.SaveChangesAsync(cancellationToken);
        TempData["Notice"] = texts["Saved"].Value;
        return RedirectToPage("RoleList");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken) || Role is null) return NotFound();
        if (await roles.RemoveAsync(Role, cancellationToken)) TempData["Notice"] = texts["Roles.Removed"].Value;
        return RedirectToPage("RoleList");
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (id == New) return true;
        Role = await db.Set<PortalRole>().SingleOrDefaultAsync(role => role.Id == id, cancellationToken);
        CanBeRemoved = Role is { IsAdministrator: false } && !await db.Set<UserRole>().AnyAsync(held => held.RoleId == id, cancellationToken);
        return Role is not null;
    }
}
