using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Manage;

/// <summary>Where the pictures of the map come from.</summary>
internal sealed class SiteMapTilesModel(SettingsEditor editor, TenantContext tenant, IStringLocalizer<TenancyText> texts) : SettingsPageModel(editor, tenant, texts)
{
    [BindProperty]
    public string? MapTiles { get; set; }

    [BindProperty]
    public string? MapAttribution { get; set; }

    public void OnGet() => (MapTiles, MapAttribution) = (Settings.MapTiles, Settings.MapAttribution);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
        => SaveAsync(settings => settings with { MapTiles = OrNull(MapTiles), MapAttribution = OrNull(MapAttribution) }, "SiteSettings", cancellationToken);
}
