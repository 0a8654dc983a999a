using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Platform;

/// <summary>All sites of the platform with their states.</summary>
internal sealed class TenantsModel(SiteList list, ITenantAdministration tenants, IStringLocalizer<TenancyText> texts) : PageModel
{
    public IReadOnlyList<ListedSite> Sites { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sites = await list.ReadAsync(cancellationToken);

    public Task<IActionResult> OnPostSuspendAsync(string name, CancellationToken cancellationToken) => SetAsync(name, TenantState.Suspended, "Tenants.SuspendedNotice", cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(string name, CancellationToken cancellationToken) => SetAsync(name, TenantState.Running, "Tenants.ResumedNotice", cancellationToken);

    private async Task<IActionResult> SetAsync(string name, TenantState state, string notice, CancellationToken cancellationToken)
    {
        try
        {
            await tenants.SetStateAsync(name, state, cancellationToken);
        }
        catch (TenantException)
        {
            return NotFound();
        }

        TempData["Notice"] = texts[notice, name].Value;
        return RedirectToPage();
    }
}
