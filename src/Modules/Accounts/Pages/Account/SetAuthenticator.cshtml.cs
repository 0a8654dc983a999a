using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Accounts.Security;
using Portal.Accounts.Services;
using Portal.Platform.Tenants;

namespace Portal.Accounts.Pages.Account;

/// <summary>
/// Sets up an authenticator app. Looking at the page changes nothing: the new key travels in the form, encrypted, and becomes
/// the user's when the app shows the right code for it.
/// </summary>
[Authorize]
[CodeFirst]
internal sealed class SetAuthenticatorModel(
    SignInManager<PortalUser> signIn, SecondFactor secondFactor, TenantContext tenant, IDataProtectionProvider protection, IStringLocalizer<AccountsText> texts) : PageModel
{
    private readonly IDataProtector protector = protection.CreateProtector("accounts.pending-authenticator");

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The new key, encrypted, with whose it is to be.</summary>
    [BindProperty]
    public string? Pending { get; set; }

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    /// <summary>What the picture says to the app.</summary>
    public string Address { get; private set; } = "";

    public string KeyInGroups { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        var user = (await signIn.UserManager.GetUserAsync(User))!;
        if (user.PasswordHash is null) return RedirectToPage("Security", new { @return = Return });
        Show(user, signIn.UserManager.GenerateNewAuthenticatorKey());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var user = (await signIn.UserManager.GetUserAsync(User))!;
        if (user.PasswordHash is null || KeyOf(user) is not { } key) return RedirectToPage();
        if (await secondFactor.SetUpAsync(user, key, Code ?? "", cancellationToken) is not { } recoveryCodes)
        {
            ModelState.AddModelError(nameof(Code), texts["Code.Wrong"]);
            Show(user, key);
            return Page();
        }

        await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(), [new Claim(SessionClaims.Method, SessionClaims.SecondFactor)]);
        TempData[RecoveryCodesModel.Codes] = recoveryCodes.ToArray();
        return RedirectToPage("RecoveryCodes", new { @return = Return });
    }

    private void Show(PortalUser user, string key)
    {
        Pending = protector.Protect($"{user.Id} {key}");
        KeyInGroups = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
        Address = QrCode.AuthenticatorAddress(tenant.Settings.Name, user.Email!, key);
    }

    private string? KeyOf(PortalUser user)
    {
        try
        {
            return protector.Unprotect(Pending ?? "").Split(' ') is [var id, var key] && id == user.Id ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
