using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Looks;

/// <summary>Who opened a record of another team in an emergency, and why. Leads look at each.</summary>
internal sealed class LookListModel(UrgentLooks looks, IStringLocalizer<RightsText> words) : PageModel
{
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Page<ListedLook> Looks { get; private set; } = new([], 1, 1, 0);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Looks = await looks.ListAsync(Number, cancellationToken);

    public async Task<IActionResult> OnPostSeeAsync(string look, CancellationToken cancellationToken)
    {
        var result = await looks.SeeAsync(look, cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        if (result == ChangeResult.Changed) TempData["Notice"] = words["Looks.SeeDone"].Value;
        return RedirectToPage();
    }
}
