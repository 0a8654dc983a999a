using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Accounts.Security;
using Portal.Accounts.Services;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Accounts.Pages.Account;

/// <summary>Signs in with a password. Whatever is wrong, the answer is the same: it tells neither whether there is such an account nor whether it is locked.</summary>
internal sealed class PasswordModel(
    SignInManager<PortalUser> signIn, Passwords passwords, SignInLimits limits, Landing landing, TenantContext tenant, SiteAddresses addresses, PortalDbContext db, AuditLog audit,
    TimeProvider clock, IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Email)) ModelState.AddModelError(nameof(Email), texts["Email.Invalid"]);
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), texts["Password.Missing"]);
        if (!ModelState.IsValid) return Page();
        if (!limits.Allow(HttpContext, tenant)) return StatusCode(StatusCodes.Status429TooManyRequests);

        if (await signIn.UserManager.FindByEmailAsync(Email!.Trim()) is not { PasswordHash: not null } user)
        {
            passwords.PretendToCheck(Password!);
            return Wrong();
        }

        var result = await signIn.PasswordSignInAsync(user, Password!, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor) return LocalRedirect(addresses.Path("/account/code") + QueryString.Create("return", Return ?? ""));
        if (!result.Succeeded) return Wrong();

        user.SignedIn(clock.GetUtcNow(), byLink: false);
        audit.Record("user.signed-in", "user", user.Id);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect(await landing.NextAsync(User, Url, Return));
    }

    private PageResult Wrong()
    {
        ModelState.AddModelError(nameof(Password), texts["Password.Wrong"]);
        return Page();
    }
}
