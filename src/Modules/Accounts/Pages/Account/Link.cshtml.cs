using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Domain;
using Portal.Accounts.Security;
using Portal.Accounts.Services;
using Portal.Platform.Data;
using Portal.Platform.Tenants;

namespace Portal.Accounts.Pages.Account;

/// <summary>Where a one-time link leads. Opening it changes nothing, because mail scanners open links; the button signs in.</summary>
internal sealed class LinkModel(
    SignInLinks links, SignInLimits limits, SignInManager<PortalUser> signIn, Landing landing, TenantContext tenant, PortalDbContext db, AuditLog audit, TimeProvider clock) : PageModel
{
    /// <summary>Name of whom the link signs in; null when it no longer does.</summary>
    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(code, cancellationToken) is not { } found) return Over();
        Name = found.User.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!limits.Allow(HttpContext, tenant)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await links.FindAsync(code, cancellationToken) is not { } found) return Over();

        found.Link.Use(clock.GetUtcNow());
        found.User.SignedIn(clock.GetUtcNow(), byLink: true);
        await signIn.SignInAsync(found.User, isPersistent: true, authenticationMethod: "otp");
        audit.Record("user.signed-in", "user", found.User.Id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody pressed the button of the same link at the same moment.
            await signIn.SignOutAsync();
            return Over();
        }

        return LocalRedirect(await landing.NextAsync(User, Url, found.Link.ReturnPath));
    }

    private PageResult Over()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
