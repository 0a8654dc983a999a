using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Accounts.Security;
using Portal.Accounts.Services;

namespace Portal.Accounts.Pages.Account;

/// <summary>Sets or changes one's own password. The other sessions of the account end.</summary>
[Authorize]
[CodeFirst]
internal sealed class SetPasswordModel(SignInManager<PortalUser> signIn, Passwords passwords, IStringLocalizer<AccountsText> texts) : PageModel
{
    /// <summary>Least number of characters.</summary>
    public const int ShortestPassword = SignInServices.ShortestPassword;

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public string? Email { get; private set; }

    public async Task OnGetAsync() => Email = (await signIn.UserManager.GetUserAsync(User))!.Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var user = (await signIn.UserManager.GetUserAsync(User))!;
        Email = user.Email;
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), texts["Password.Missing"]);
        else if (Password != Again) ModelState.AddModelError(nameof(Again), texts["SetPassword.Differ"]);
        if (!ModelState.IsValid) return Page();

        foreach (var fault in await passwords.SetAsync(user, Password!, cancellationToken))
            ModelState.AddModelError(nameof(Password), fault == nameof(IdentityErrorDescriber.PasswordTooShort) ? texts["SetPassword.TooShort", ShortestPassword] : texts["SetPassword.TooSimple"]);
        if (!ModelState.IsValid) return Page();

        await signIn.RefreshSignInAsync(user);
        TempData["Notice"] = texts["SetPassword.Done"].Value;
        return RedirectToPage("Security", new { @return = Return });
    }
}
