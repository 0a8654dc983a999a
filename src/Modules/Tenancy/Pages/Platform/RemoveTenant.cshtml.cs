using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;
using Portal.Tenancy.Resources;

namespace Portal.Tenancy.Pages.Platform;

/// <summary>Removes a site, once its name has been typed, after a last backup.</summary>
internal sealed class RemoveTenantModel(ITenants list, ITenantAdministration tenants, IStringLocalizer<TenancyText> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? Confirm { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await CanBeRemovedAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await CanBeRemovedAsync(cancellationToken)) return NotFound();
        if (Confirm?.Trim() != Name)
        {
            ModelState.AddModelError(nameof(Confirm), texts["Remove.Wrong"]);
            return Page();
        }

        var backup = await tenants.RemoveAsync(Name, CancellationToken.None);
        TempData["Notice"] = texts["Tenants.RemovedNotice", Name, System.IO.Path.GetFileName(backup)].Value;
        return RedirectToPage("Tenants", new { name = "" });
    }

    private async Task<bool> CanBeRemovedAsync(CancellationToken cancellationToken)
        => await list.FindAsync(Name, cancellationToken) is { IsDefault: false };
}
