using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Manage;

/// <summary>The name of the site, the line under it, its time zone.</summary>
internal sealed class SiteBasicsModel(SettingsEditor editor, TenantContext tenant, IStringLocalizer<TenancyText> texts) : SettingsPageModel(editor, tenant, texts)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Tagline { get; set; } = [];

    [BindProperty]
    public string? TimeZone { get; set; }

    public IEnumerable<SelectListItem> TimeZones
        => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal)).Append(Settings.TimeZone)
            .Distinct().Order(StringComparer.Ordinal).Select(id => new SelectListItem(id, id));

    public void OnGet() => (Name, Tagline, TimeZone) = (Settings.Name, InEveryLanguage(Settings.Tagline), Settings.TimeZone);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Tagline = InEveryLanguage(Typed(Tagline, Settings.Tagline));
        return SaveAsync(
            settings => settings with { Name = Name?.Trim() ?? "", Tagline = Typed(Tagline, settings.Tagline), TimeZone = TimeZone ?? "" }, "SiteSettings", cancellationToken);
    }
}
