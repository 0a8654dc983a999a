using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Refer;

/// <summary>Begins a referral from a practice's own link, without an account.</summary>
internal sealed class FromPracticeModel(ReferralStart start, ReferrerLinks links, UnknownCodeLimit limit) : PageModel
{
    [FromRoute]
    public string Link { get; set; } = "";

    [BindProperty]
    public Referrer Referrer { get; set; } = new();

    [BindProperty]
    public string? Website { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ReferralStart.NoTrace(Response);
        if (limit.IsReached(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await FindAsync(cancellationToken) is not { } link) return NotFound();
        Referrer = new Referrer { Organisation = link.Name };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (limit.IsReached(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await FindAsync(cancellationToken) is not { } link) return NotFound();
        return await start.BeginAsync(this, new NewReferral(ReferralSource.Practice, Referrer, link.Id), Website, cancellationToken);
    }

    private async Task<ReferrerLink?> FindAsync(CancellationToken cancellationToken)
    {
        var link = await links.FindAsync(Link, cancellationToken);
        if (link is null) limit.Count(HttpContext);
        return link;
    }
}
