using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Accounts.Services;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;

namespace Portal.Accounts.Pages.Manage.Users;

/// <summary>One account: name, language, roles; lock it, end its sessions, send a link again.</summary>
internal sealed class EditUserModel(UserAdministration administration, PortalDbContext db, ModuleCatalog catalog, TenantContext tenant, IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public IReadOnlyList<string> RoleIds { get; set; } = [];

    public PortalUser Account { get; private set; } = null!;

    public RoleChoices Choices { get; private set; } = null!;

    public IEnumerable<SelectListItem> Languages => tenant.Settings.Languages.Select(code => new SelectListItem(LanguageInfo.Of(code).Name, code));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > PortalUser.NameLength) ModelState.AddModelError(nameof(Name), texts["Name.Invalid"]);
        if (ModelState.IsValid)
        {
            var language = tenant.Settings.Languages.Contains(Language) ? Language! : Account.Language;
            var fault = await administration.ChangeAsync(Account, new UserChange(Name!, language, RoleIds), cancellationToken);
            if (fault == UserFault.None) return Done("Saved");
            ModelState.AddModelError(RoleChoices.ErrorKey, texts["Fault." + fault]);
        }

        Choices = await RoleChoices.ReadAsync(db, catalog, RoleIds, cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostLockAsync(string id, CancellationToken cancellationToken)
        => DoAsync(id, user => administration.LockAsync(user, cancellationToken), "Users.LockDone", cancellationToken);

    public Task<IActionResult> OnPostUnlockAsync(string id, CancellationToken cancellationToken)
        => DoAsync(id, user => Always(administration.UnlockAsync(user, cancellationToken)), "Users.UnlockDone", cancellationToken);

    public Task<IActionResult> OnPostInviteAsync(string id, CancellationToken cancellationToken)
        => DoAsync(id, user => Always(administration.InviteAgainAsync(user, cancellationToken)), "Invite.AgainDone", cancellationToken);

    public Task<IActionResult> OnPostSignOutAsync(string id, CancellationToken cancellationToken)
        => DoAsync(id, user => Always(administration.SignOutEverywhereAsync(user, cancellationToken)), "Users.SignOutDone", cancellationToken);

    public Task<IActionResult> OnPostRemoveAuthenticatorAsync(string id, CancellationToken cancellationToken)
        => DoAsync(id, user => administration.RemoveAuthenticatorAsync(user, cancellationToken), "Users.RemoveAuthenticatorDone", cancellationToken);

    private static async Task<UserFault> Always(Task work)
    {
        await work;
        return UserFault.None;
    }

    private async Task<IActionResult> DoAsync(string id, Func<PortalUser, Task<UserFault>> work, string done, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken)) return NotFound();
        var fault = await work(Account);
        if (fault == UserFault.None) return Done(done);
        ModelState.Clear();
        ModelState.AddModelError("", texts["Fault." + fault]);
        await ShowAsync(cancellationToken);
        return Page();
    }

    private RedirectToPageResult Done(string text)
    {
        TempData["Notice"] = texts[text].Value;
        return RedirectToPage(new { id = Account.Id });
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancellationToken)
    {
        Account = (await db.Set<PortalUser>().SingleOrDefaultAsync(user => user.Id == id, cancellationToken))!;
        return Account is not null;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        (Name, Language) = (Account.Name, Account.LanguageIn(tenant.Settings));
        var roles = await administration.RolesOfAsync(Account.Id, cancellationToken);
        Choices = await RoleChoices.ReadAsync(db, catalog, [.. roles.Select(role => role.Id)], cancellationToken);
    }
}
