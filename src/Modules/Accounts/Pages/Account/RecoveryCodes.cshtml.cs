using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Accounts.Security;

namespace Portal.Accounts.Pages.Account;

/// <summary>Shows new recovery codes, once.</summary>
[Authorize]
[CodeFirst]
internal sealed class RecoveryCodesModel(Landing landing) : PageModel
{
    /// <summary>Name under which the codes wait for the page to be shown.</summary>
    public const string Codes = "RecoveryCodes";

    [BindProperty(SupportsGet = true, Name = "return")]
    public string? Return { get; set; }

    public IReadOnlyList<string> New { get; private set; } = [];

    /// <summary>Where it goes on.</summary>
    public string Next { get; private set; } = "";

    public async Task OnGetAsync()
    {
        New = TempData[Codes] as string[] ?? [];
        Next = await landing.NextAsync(User, Url, Return);
    }
}
