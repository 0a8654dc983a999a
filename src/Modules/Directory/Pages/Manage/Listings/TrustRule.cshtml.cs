using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>The rule by which changes of those who keep pages are public at once.</summary>
internal sealed class TrustRuleModel(Trust trust, IStringLocalizer<ModerationText> texts) : PageModel
{
    private const int MostApprovals = 100;

    [BindProperty]
    public string? Rule { get; set; }

    /// <summary>Approved changes asked for, as typed.</summary>
    [BindProperty]
    public string? Approvals { get; set; }

    public IReadOnlyList<SelectListItem> Rules => [.. Enum.GetNames<KeeperRule>().Select(name => new SelectListItem(texts["Rule." + name], name))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var settings = await trust.SettingsAsync(cancellationToken);
        (Rule, Approvals) = (settings.Rule.ToString(), settings.Approvals.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<KeeperRule>(Rule, out var rule) || !Enum.IsDefined(rule)) ModelState.AddModelError(nameof(Rule), texts["Rule.Missing"]);
        if (!int.TryParse(Approvals, NumberStyles.None, CultureInfo.InvariantCulture, out var approvals) || approvals is < 1 or > MostApprovals)
            ModelState.AddModelError(nameof(Approvals), texts["Rule.ApprovalsUnclear", MostApprovals]);
        if (!ModelState.IsValid) return Page();
        await trust.SetAsync(new ModerationSettings { Rule = rule, Approvals = approvals }, cancellationToken);
        TempData["Notice"] = texts["Rule.Saved"].Value;
        return RedirectToPage();
    }
}
