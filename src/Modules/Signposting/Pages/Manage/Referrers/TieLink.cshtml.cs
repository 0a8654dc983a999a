using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Manage.Referrers;

/// <summary>Says which team decides on what comes by a practice's link.</summary>
internal sealed class TieLinkModel(ReferrerLinks links, LinkTeams teams, IStringLocalizer<ReferralNewsText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Id of the team; empty for whoever decides.</summary>
    [BindProperty]
    public string? Team { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await links.OfIdAsync(Id, cancellationToken) is not { } link) return NotFound();
        (Name, Team, Teams) = (link.Name, link.TeamId, await teams.ChoicesAsync(cancellationToken));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var chosen = Team;
        if (await OnGetAsync(cancellationToken) is NotFoundResult missing) return missing;
        if (!LinkTeams.Has(Teams, chosen))
        {
            ModelState.AddModelError(nameof(Team), teams.Missing);
            return Page();
        }

        await links.TieAsync(Id, string.IsNullOrEmpty(chosen) ? null : chosen, cancellationToken);
        TempData["Notice"] = words["Link.Tied"].Value;
        return RedirectToPage("LinkList");
    }
}
