using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Accounts.Security;
using Portal.Accounts.Services;
using Portal.Platform.Data;

namespace Portal.Accounts.Pages.Account;

/// <summary>Password, authenticator and recovery codes of one's own account. Once there is an authenticator, only who gave its code gets here.</summary>
[Authorize]
[CodeFirst]
internal sealed class SecurityModel(UserManager<PortalUser> users, KnownUsers known, SecondFactor secondFactor, AuditLog audit) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    /// <summary>True for somebody who may see people once this is done.</summary>
    public bool Needed { get; private set; }

    public bool HasPassword { get; private set; }

    public bool HasAuthenticator { get; private set; }

    public int RecoveryCodesLeft { get; private set; }

    public async Task OnGetAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        (HasPassword, HasAuthenticator) = (user.PasswordHash is not null, await users.GetTwoFactorEnabledAsync(user));
        Needed = !HasAuthenticator && await known.FindAsync(user.Id) is { SeesPeople: true };
        if (HasAuthenticator) RecoveryCodesLeft = await users.CountRecoveryCodesAsync(user);
    }

    public async Task<IActionResult> OnPostRecoveryAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (!await users.GetTwoFactorEnabledAsync(user)) return RedirectToPage();
        audit.Record("user.recovery-codes-renewed", "user", user.Id);
        TempData[RecoveryCodesModel.Codes] = (await secondFactor.RenewRecoveryCodesAsync(user)).ToArray();
        return RedirectToPage("RecoveryCodes", new { @return = Return });
    }
}

/// <summary>Sends somebody who has an authenticator, but signed in without its code, to give it first.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CodeFirstAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!http.User.HasSecondFactor() && await http.RequestServices.GetRequiredService<KnownUsers>().FindAsync(http.User.UserId()!) is { HasAuthenticator: true })
        {
            var wanted = http.Request.PathBase + http.Request.Path + http.Request.QueryString.ToUriComponent();
            context.Result = new RedirectToPageResult("/Account/Code", new { @return = wanted });
            return;
        }

        await next();
    }
}
