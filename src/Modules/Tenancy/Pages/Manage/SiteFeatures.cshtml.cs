using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Manage;

/// <summary>Switches the features of this site on and off.</summary>
internal sealed class SiteFeaturesModel(FeatureSwitches switches, IStringLocalizer<TenancyText> texts) : PageModel
{
    [BindProperty]
    public IReadOnlyList<string> On { get; set; } = [];

    public IEnumerable<SelectListItem> Choices => switches.Switchable.Select(id => new SelectListItem(texts["Feature." + id], id));

    public void OnGet() => On = switches.On;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await switches.SetAsync([.. On], cancellationToken);
        TempData["Notice"] = texts["Saved"].Value;
        return RedirectToPage();
    }
}
