using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Refer;

/// <summary>Thanks for a referral and says by which reference it goes. What was typed is no longer to be seen here.</summary>
internal sealed class FormSentModel(ReferralForms forms, TenantContext tenant, PageFrame frame) : PageModel
{
    public string Reference { get; private set; } = "";

    public bool IsSelf { get; private set; }

    public (string Value, LanguageInfo Language)? HelpNow => IsSelf ? frame.InReadersLanguage(tenant.Settings.HelpNowText) : null;

    public string? HelpNowPhone => tenant.Settings.HelpNowPhone;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        ReferralStart.NoTrace(Response);
        if (await forms.FindAsync(code, cancellationToken) is not { } referral) return NotFound();
        if (referral.Stage == ReferralStage.Draft) return RedirectToPage("FormCheck", new { code });
        (Reference, IsSelf) = (referral.Reference, referral.Source == ReferralSource.Self);
        return Page();
    }
}
