using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Resources;
using Portal.Accounts.Services;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Accounts.Pages.Account;

/// <summary>Asks for an e-mail address and sends a link to it. The answer is the same whether anybody has it or not.</summary>
internal sealed class SignInModel(SignInLinks links, SignInLimits limits, TenantContext tenant, SiteAddresses addresses, IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? RedirectToPage("MyAccount") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Users.IsAddress(Email)) ModelState.AddModelError(nameof(Email), texts["Email.Invalid"]);
        if (!ModelState.IsValid) return Page();
        if (!limits.Allow(HttpContext, tenant)) return StatusCode(StatusCodes.Status429TooManyRequests);

        await links.SendAsync(Email!.Trim(), Url.IsLocalUrl(Return) ? Return : "", cancellationToken);
        TempData["Email"] = Email.Trim();
        return LocalRedirect(addresses.Path("/account/check-mail"));
    }
}
