using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Accounts.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;

namespace Portal.Accounts.Pages.Manage.Users;

/// <summary>Adds somebody and sends them a link.</summary>
internal sealed class InviteModel(UserAdministration administration, PortalDbContext db, ModuleCatalog catalog, TenantContext tenant, IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public IReadOnlyList<string> RoleIds { get; set; } = [];

    public RoleChoices Choices { get; private set; } = null!;

    public IEnumerable<SelectListItem> Languages => tenant.Settings.Languages.Select(code => new SelectListItem(LanguageInfo.Of(code).Name, code));

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > PortalUser.NameLength) ModelState.AddModelError(nameof(Name), texts["Name.Invalid"]);
        if (!Services.Users.IsAddress(Email)) ModelState.AddModelError(nameof(Email), texts["Email.Invalid"]);
        if (!ModelState.IsValid) return Page();

        var language = tenant.Settings.Languages.Contains(Language) ? Language : null;
        var fault = await administration.InviteAsync(new NewUser { Email = Email!, Name = Name, Language = language }, RoleIds, cancellationToken);
        if (fault != UserFault.None)
        {
            ModelState.AddModelError(fault == UserFault.AddressTaken ? nameof(Email) : RoleChoices.ErrorKey, texts["Fault." + fault]);
            return Page();
        }

        TempData["Notice"] = texts["Invite.Done", Name!.Trim()].Value;
        return RedirectToPage("UserList");
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => Choices = await RoleChoices.ReadAsync(db, catalog, RoleIds, cancellationToken);
}
