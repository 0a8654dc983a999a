using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Introductions;

namespace Portal.Signposting.Pages.Manage.Introductions;

/// <summary>How long to wait before a group is asked again, and before the worker is told that no answer came.</summary>
internal sealed class RulesModel(IntroductionRules rules, IStringLocalizer<IntroductionText> texts) : PageModel
{
    /// <summary>Days, as typed; likewise the other.</summary>
    [BindProperty]
    public string? Nudge { get; set; }

    [BindProperty]
    public string? NoAnswer { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var saved = await rules.ReadAsync(cancellationToken);
        (Nudge, NoAnswer) = (saved.NudgeAfterDays.ToString(CultureInfo.InvariantCulture), saved.NoAnswerAfterDays.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var typed = new IntroductionSettings { NudgeAfterDays = Read(nameof(Nudge), Nudge), NoAnswerAfterDays = Read(nameof(NoAnswer), NoAnswer) };
        if (ModelState.IsValid && typed.NoAnswerAfterDays <= typed.NudgeAfterDays) ModelState.AddModelError(nameof(NoAnswer), texts["Rules.Order", typed.NudgeAfterDays]);
        if (!ModelState.IsValid) return Page();
        TempData["Notice"] = texts[await rules.SaveAsync(typed, cancellationToken) ? "Rules.Saved" : "Rules.Unchanged"].Value;
        return RedirectToPage();
    }

    private int Read(string field, string? typed)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= IntroductionSettings.Least and <= IntroductionSettings.Most) return days;
        ModelState.AddModelError(field, texts["Rules.Unclear", IntroductionSettings.Least, IntroductionSettings.Most]);
        return 0;
    }
}
