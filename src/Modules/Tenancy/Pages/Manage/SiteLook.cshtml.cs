using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Manage;

/// <summary>Theme, main colour and logo.</summary>
internal sealed class SiteLookModel(SettingsEditor editor, TenantContext tenant, IStringLocalizer<TenancyText> texts, ThemeList themes, LogoFiles logos)
    : SettingsPageModel(editor, tenant, texts)
{
    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public string? AccentColour { get; set; }

    [BindProperty]
    public IFormFile? Logo { get; set; }

    [BindProperty]
    public bool RemoveLogo { get; set; }

    public IEnumerable<SelectListItem> Themes => themes.Ids.Select(id => new SelectListItem(Texts["Theme." + id] is { ResourceNotFound: false } words ? words : id, id));

    /// <summary>The readable shades of the colour that was typed; null when it is none.</summary>
    public AccentShades? Shades => AccentColours.ShadesOf(AccentColour ?? "");

    public IReadOnlyList<string> LogoErrors => ModelState.TryGetValue(nameof(Logo), out var entry) ? [.. entry.Errors.Select(error => error.ErrorMessage)] : [];

    public void OnGet() => (Theme, AccentColour) = (Settings.Theme, Settings.AccentColour);

    /// <summary>Shows the colour without saving anything.</summary>
    public void OnPostSee()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var saved = Logo is null ? null : await logos.SaveAsync(Logo, cancellationToken);
        if (Logo is not null && saved is null) ModelState.AddModelError(nameof(Logo), Texts["Settings.Fault.Logo"]);
        return await SaveAsync(
            settings => settings with { Theme = Theme ?? "", AccentColour = AccentColour?.Trim().ToLowerInvariant() ?? "", Logo = saved ?? (RemoveLogo ? null : settings.Logo) }, "SiteSettings", cancellationToken);
    }
}
