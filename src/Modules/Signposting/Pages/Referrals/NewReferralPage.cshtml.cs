using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Pages.Refer;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Referrals;

/// <summary>The team enters a referral that came by phone or by letter: first who it came from.</summary>
internal sealed class NewReferralPageModel(ReferralStart start) : PageModel
{
    [BindProperty]
    public Referrer Referrer { get; set; } = new();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
        => start.BeginAsync(this, new NewReferral(ReferralSource.Team, Referrer), null, cancellationToken);
}
