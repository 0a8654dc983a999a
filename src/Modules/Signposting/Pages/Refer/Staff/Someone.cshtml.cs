using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Accounts.Contracts;
using Portal.Platform.Security;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Refer.Staff;

/// <summary>Begins a referral by a professional who is signed in. Name and address are those of the account.</summary>
internal sealed class SomeoneModel(ReferralStart start, IUsers users, CurrentActor actor) : PageModel
{
    [BindProperty]
    public Referrer Referrer { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = (await users.FindAsync([actor.UserId!], cancellationToken)).GetValueOrDefault(actor.UserId!);
        Referrer = new Referrer { Name = me?.Name, Email = me?.Email };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
        => start.BeginAsync(this, new NewReferral(ReferralSource.Professional, Referrer), null, cancellationToken);
}
