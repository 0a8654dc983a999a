using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Manage;

/// <summary>The languages of the site and which comes first.</summary>
internal sealed class SiteLanguagesModel(SettingsEditor editor, TenantContext tenant, IStringLocalizer<TenancyText> texts) : SettingsPageModel(editor, tenant, texts)
{
    private const string Self = "SiteLanguages";

    /// <summary>The code of one to be added; named as the setting, whose faults are shown beside it.</summary>
    [BindProperty]
    public string? Languages { get; set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        var code = OrNull(Languages) is { } typed ? LanguageInfo.Find(typed)?.Code : null;
        return SaveAsync(settings => settings with { Languages = [.. settings.Languages, code ?? ""] }, Self, cancellationToken);
    }

    public Task<IActionResult> OnPostFirstAsync(string code, CancellationToken cancellationToken)
        => SaveAsync(settings => settings.Languages.Contains(code) ? settings with { Languages = [code, .. settings.Languages.Where(other => other != code)] } : settings, Self, cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string code, CancellationToken cancellationToken)
        => SaveAsync(settings => settings.Languages.Count > 1 ? settings with { Languages = [.. settings.Languages.Where(other => other != code)] } : settings, Self, cancellationToken);
}
