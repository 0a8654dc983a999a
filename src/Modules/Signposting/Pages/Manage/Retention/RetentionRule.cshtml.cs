using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Manage.Retention;

/// <summary>For how many years finished records are kept.</summary>
internal sealed class RetentionRuleModel(RecordRetention retention, IStringLocalizer<RightsText> words) : PageModel
{
    /// <summary>As typed.</summary>
    [BindProperty]
    public string? Years { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Years = (await retention.RuleAsync(cancellationToken)).Years.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Years?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years is < RetentionSettings.Least or > RetentionSettings.Most)
        {
            ModelState.AddModelError(nameof(Years), words["Rule.Unclear", RetentionSettings.Least, RetentionSettings.Most]);
            return Page();
        }

        TempData["Notice"] = words[await retention.SaveRuleAsync(new RetentionSettings { Years = years }, cancellationToken) ? "Rule.Saved" : "Rule.Unchanged"].Value;
        return RedirectToPage();
    }
}
