using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
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

namespace Portal.Accounts.Pages.Account;

/// <summary>Asks for the code of the authenticator: after the password, or from somebody who is signed in and wants to see people.</summary>
internal sealed class CodeModel(
    SignInManager<PortalUser> signIn, SecondFactor secondFactor, SignInLimits limits, Landing landing, TenantContext tenant, PortalDbContext db, AuditLog audit, TimeProvider clock,
    IStringLocalizer<AccountsText> texts) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>True to ask for a recovery code.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recovery { get; set; }

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public async Task<IActionResult> OnGetAsync() => await FindUserAsync() is null ? Elsewhere() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!limits.Allow(HttpContext, tenant)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await FindUserAsync() is not { } user) return Elsewhere();
        if (string.IsNullOrWhiteSpace(Code) || !await secondFactor.CheckAsync(user, Code))
        {
            ModelState.AddModelError(nameof(Code), texts["Code.Wrong"]);
            return Page();
        }

        await HttpContext.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(user, new AuthenticationProperties(), [new Claim(SessionClaims.Method, SessionClaims.SecondFactor)]);
        user.SignedIn(clock.GetUtcNow(), byLink: false);
        audit.Record("user.signed-in", "user", user.Id, why: "second factor");
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect(await landing.NextAsync(User, Url, Return));
    }

    /// <summary>Who is giving a code: whoever has just given the password, or whoever is signed in without a code.</summary>
    private async Task<PortalUser?> FindUserAsync()
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync() ?? (User.HasSecondFactor() ? null : await signIn.UserManager.GetUserAsync(User));
        return user is { LockedAt: null } && await signIn.UserManager.GetTwoFactorEnabledAsync(user) ? user : null;
    }

    private RedirectToPageResult Elsewhere() => RedirectToPage(User.Identity is { IsAuthenticated: true } ? "Security" : "SignIn", new { @return = Return });
}
