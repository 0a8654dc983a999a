using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Manage;

/// <summary>What the site has decided about itself, each part with a link to change it.</summary>
internal sealed class SiteSettingsModel(TenantContext tenant) : PageModel
{
    public TenantSettings Settings => tenant.Settings;

    public void OnGet()
    {
    }
}

/// <summary>A page that changes one part of the settings.</summary>
internal abstract class SettingsPageModel(SettingsEditor editor, TenantContext tenant, IStringLocalizer<TenancyText> texts) : PageModel
{
    public TenantSettings Settings => tenant.Settings;

    protected IStringLocalizer<TenancyText> Texts => texts;

    /// <summary>Saves a change and leads on, or shows beside the fields what does not fit.</summary>
    protected async Task<IActionResult> SaveAsync(Func<TenantSettings, TenantSettings> change, string next, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid) return Page();
        foreach (var fault in await editor.ChangeAsync(change, cancellationToken)) ModelState.AddModelError(fault.Property, texts["Settings.Fault." + fault.Property]);
        if (!ModelState.IsValid) return Page();
        TempData["Notice"] = texts["Saved"].Value;
        return RedirectToPage(next);
    }

    /// <summary>A text per language of the site, with an empty one where there is none.</summary>
    protected Dictionary<string, string?> InEveryLanguage(IReadOnlyDictionary<string, string> given)
        => Settings.Languages.ToDictionary(code => code, code => given.GetValueOrDefault(code), StringComparer.Ordinal);

    /// <summary>What was typed per language, without the empty ones. What stands in languages the page does not show is kept.</summary>
    protected Dictionary<string, string> Typed(Dictionary<string, string?> typed, IReadOnlyDictionary<string, string> before)
        => before.Where(entry => !Settings.Languages.Contains(entry.Key)).Select(entry => (Code: entry.Key, Text: (string?)entry.Value))
            .Concat(typed.Where(entry => Settings.Languages.Contains(entry.Key)).OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (Code: entry.Key, Text: entry.Value)))
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Text))
            .ToDictionary(entry => entry.Code, entry => entry.Text!.Trim(), StringComparer.Ordinal);

    /// <summary>Null for nothing typed.</summary>
    protected static string? OrNull(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
