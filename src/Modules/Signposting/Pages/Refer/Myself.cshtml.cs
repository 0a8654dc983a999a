using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Refer;

/// <summary>Begins a referral of oneself, or of somebody one looks after. Needs no account.</summary>
internal sealed class MyselfModel(ReferralStart start) : PageModel
{
    [BindProperty]
    public Referrer Referrer { get; set; } = new();

    [BindProperty]
    public string? Website { get; set; }

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
        => start.BeginAsync(this, new NewReferral(ReferralSource.Self, Referrer), Website, cancellationToken);
}
