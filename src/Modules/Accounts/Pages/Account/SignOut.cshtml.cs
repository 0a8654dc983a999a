using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Domain;
using Portal.Accounts.Resources;
using Portal.Platform.Web;

namespace Portal.Accounts.Pages.Account;

/// <summary>Ends this session.</summary>
internal sealed class SignOutModel(SignInManager<PortalUser> signIn, SiteAddresses addresses, IStringLocalizer<AccountsText> texts) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        TempData["Notice"] = texts["SignOut.Done"].Value;
        return LocalRedirect(addresses.Path("/"));
    }
}
