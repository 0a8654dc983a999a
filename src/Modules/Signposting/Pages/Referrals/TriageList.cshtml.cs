using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Data;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Referrals;

/// <summary>The referrals that wait, the oldest first, with how long each has waited.</summary>
internal sealed class TriageListModel(ReferralAccess access) : PageModel
{
    /// <summary>From how many days on waiting stands out.</summary>
    public const int LateAfterDays = 7;

    [FromQuery]
    public bool Declined { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Page<ReferralItem> Referrals { get; private set; } = new([], 1, 1, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await access.DecidesAsync()) return NotFound();
        Referrals = await access.ListAsync(Declined, Number, cancellationToken);
        return Page();
    }
}
