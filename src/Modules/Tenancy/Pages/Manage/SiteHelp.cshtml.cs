using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Manage;

/// <summary>Help that is needed now, and how to reach those who look after the site.</summary>
internal sealed class SiteHelpModel(SettingsEditor editor, TenantContext tenant, IStringLocalizer<TenancyText> texts) : SettingsPageModel(editor, tenant, texts)
{
    [BindProperty]
    public Dictionary<string, string?> HelpNowText { get; set; } = [];

    [BindProperty]
    public string? HelpNowPhone { get; set; }

    [BindProperty]
    public string? ContactEmail { get; set; }

    [BindProperty]
    public string? ContactPhone { get; set; }

    [BindProperty]
    public string? ContactAddress { get; set; }

    public void OnGet()
    {
        HelpNowText = InEveryLanguage(Settings.HelpNowText);
        (HelpNowPhone, ContactEmail, ContactPhone, ContactAddress) = (Settings.HelpNowPhone, Settings.ContactEmail, Settings.ContactPhone, Settings.ContactAddress);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        HelpNowText = InEveryLanguage(Typed(HelpNowText, Settings.HelpNowText));
        return SaveAsync(
            settings => settings with
            {
                HelpNowText = Typed(HelpNowText, settings.HelpNowText),
                HelpNowPhone = OrNull(HelpNowPhone),
                ContactEmail = OrNull(ContactEmail),
                ContactPhone = OrNull(ContactPhone),
                ContactAddress = OrNull(ContactAddress)?.ReplaceLineEndings("\n"),
            },
            "SiteSettings",
            cancellationToken);
    }
}
