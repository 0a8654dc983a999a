using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Accounts.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Resources;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Accounts.Pages.Account;

/// <summary>A user's own account.</summary>
[Authorize]
internal sealed class MyAccountModel(
    SignInManager<PortalUser> signIn, UserAdministration administration, TenantContext tenant, SiteAddresses addresses, PortalDbContext db, AuditLog audit,
    IStringLocalizer<AccountsText> texts, IStringLocalizer<PlatformText> frames) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    public string Email { get; private set; } = "";

    public IEnumerable<SelectListItem> Languages => tenant.Settings.Languages.Select(code => new SelectListItem(LanguageInfo.Of(code).Name, code));

    public async Task OnGetAsync()
    {
        var user = await FindAsync();
        (Name, Language) = (user.Name, user.LanguageIn(tenant.Settings));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var user = await FindAsync();
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > PortalUser.NameLength) ModelState.AddModelError(nameof(Name), texts["Name.Invalid"]);
        if (!tenant.Settings.Languages.Contains(Language)) ModelState.AddModelError(nameof(Language), frames["Field.Invalid"]);
        if (!ModelState.IsValid) return Page();

        var before = new { user.Name, user.Language };
        (user.Name, user.Language) = (Name!.Trim(), Language!);
        audit.Record("user.changed", "user", user.Id, before, new { user.Name, user.Language });
        await db.SaveChangesAsync(cancellationToken);
        await signIn.RefreshSignInAsync(user);
        TempData["Notice"] = texts["Saved"].Value;
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellationToken)
    {
        await administration.SignOutEverywhereAsync(await FindAsync(), cancellationToken);
        await signIn.SignOutAsync();
        TempData["Notice"] = texts["SignOut.EverywhereDone"].Value;
        return LocalRedirect(addresses.Path("/"));
    }

    private async Task<PortalUser> FindAsync()
    {
        var user = (await signIn.UserManager.GetUserAsync(User))!;
        Email = user.Email!;
        return user;
    }
}
