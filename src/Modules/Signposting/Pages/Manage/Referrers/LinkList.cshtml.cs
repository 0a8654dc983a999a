using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Manage.Referrers;

/// <summary>The links by which practices refer without an account.</summary>
internal sealed class LinkListModel(ReferrerLinks links, LinkTeams teams, SiteAddresses addresses, TenantContext tenant, IStringLocalizer<ReferralText> words) : PageModel
{
    private const string NewCode = "SignpostingReferrerCode";

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Id of the team that decides on what comes by the link; empty for whoever decides.</summary>
    [BindProperty]
    public string? Team { get; set; }

    /// <summary>The teams, and no team; empty when there are none.</summary>
    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public IReadOnlyList<ReferrerLink> Links { get; private set; } = [];

    /// <summary>The link that was just made. It is shown this once, because only its hash is kept.</summary>
    public string? NewLink { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (TempData[NewCode] is string code) NewLink = addresses.Absolute("/refer/from/" + code, tenant.Settings.DefaultLanguage);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > ReferrerLink.LongestName) ModelState.AddModelError(nameof(Name), words["Links.NameMissing", ReferrerLink.LongestName]);
        if (!LinkTeams.Has(Teams, Team)) ModelState.AddModelError(nameof(Team), teams.Missing);
        if (!ModelState.IsValid) return Page();

        // In a cookie that only this site can read, and only until the next page.
        TempData[NewCode] = await links.MakeAsync(name, string.IsNullOrEmpty(Team) ? null : Team, cancellationToken);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostStopAsync(string id, CancellationToken cancellationToken)
    {
        if (await links.SetAsync(id, works: false, cancellationToken))
        {
            TempData["Notice"] = words["Links.Stopped"].Value;
            TempData["UndoUrl"] = $"/manage/referrers?handler=Resume&id={id}";
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResumeAsync(string id, CancellationToken cancellationToken)
    {
        if (await links.SetAsync(id, works: true, cancellationToken)) TempData["Notice"] = words["Links.Resumed"].Value;
        return RedirectToPage();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Links = await links.ListAsync(cancellationToken);
        Teams = await teams.ChoicesAsync(cancellationToken);
    }
}
