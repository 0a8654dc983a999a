using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>After how many days a group is asked, warned about and no longer shown in the search.</summary>
internal sealed class FreshnessRulesModel(FreshnessReader reader, FreshnessEditor editor, IStringLocalizer<FreshnessText> texts) : PageModel
{
    private const int Most = 2000;
    private const int LeastBetween = 7;
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>Days, as typed; likewise the others.</summary>
    [BindProperty]
    public string? AskAfter { get; set; }

    [BindProperty]
    public string? RemindEvery { get; set; }

    [BindProperty]
    public string? StaleAfter { get; set; }

    [BindProperty]
    public string? HideAfter { get; set; }

    /// <summary>Whether groups that nobody keeps are asked at the address on their page.</summary>
    [BindProperty]
    public string? Published { get; set; }

    public IReadOnlyList<SelectListItem> PublishedChoices => [.. new[] { Yes, No }.Select(choice => new SelectListItem(texts["Rules.Published." + choice], choice))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var saved = await reader.ReadSettingsAsync(cancellationToken);
        (AskAfter, RemindEvery, StaleAfter, HideAfter) = (Write(saved.AskAfterDays), Write(saved.RemindEveryDays), Write(saved.StaleAfterDays), Write(saved.HideAfterDays));
        Published = saved.AsksPublishedAddresses ? Yes : No;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var typed = new FreshnessSettings
        {
            AskAfterDays = Read(nameof(AskAfter), AskAfter, LeastBetween),
            RemindEveryDays = Read(nameof(RemindEvery), RemindEvery, LeastBetween),
            StaleAfterDays = Read(nameof(StaleAfter), StaleAfter, LeastBetween),
            HideAfterDays = Read(nameof(HideAfter), HideAfter, LeastBetween),
            AsksPublishedAddresses = Published != No,
        };
        if (ModelState.IsValid && typed.AskAfterDays >= typed.StaleAfterDays) ModelState.AddModelError(nameof(StaleAfter), texts["Rules.StaleSooner", typed.AskAfterDays]);
        if (ModelState.IsValid && !typed.IsInOrder) ModelState.AddModelError(nameof(HideAfter), texts["Rules.HideSooner", typed.StaleAfterDays]);
        if (!ModelState.IsValid) return Page();
        TempData["Notice"] = texts[await editor.SaveAsync(typed, cancellationToken) ? "Rules.Saved" : "Rules.Unchanged"].Value;
        return RedirectToPage();
    }

    private int Read(string field, string? typed, int least)
    {
        if (int.TryParse(PlainDigits.In(typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= least && days <= Most) return days;
        ModelState.AddModelError(field, texts["Rules.Unclear", least, Most]);
        return 0;
    }

    private static string Write(int days) => days.ToString(CultureInfo.InvariantCulture);
}
