using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Pages.Refer;

/// <summary>The last page of a referral: all of it to be read once more, then sent.</summary>
internal sealed class FormCheckModel(ReferralForms forms, ReferralWords words, PrivateText texts, UnknownCodeLimit limit) : PageModel
{
    [FromRoute]
    public string Code { get; set; } = "";

    public IReadOnlyList<(ReferralStep Step, IReadOnlyList<SectionRow> Rows)> Steps { get; private set; } = [];

    public string Variant { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        ReferralStart.NoTrace(Response);
        if (limit.IsReached(HttpContext)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await forms.FindAsync(Code, cancellationToken) is not { } referral)
        {
            limit.Count(HttpContext);
            return NotFound();
        }

        if (referral.Stage != ReferralStage.Draft) return RedirectToPage("FormSent", new { Code });
        var content = referral.Content(texts);
        if (content.NextOf() != ReferralStep.Check) return RedirectToPage("FormStep", new { Code, step = content.NextOf().ToString().ToLowerInvariant() });
        Variant = referral.Source == ReferralSource.Self && content.Referrer!.Who == Referrer.Myself ? ".Self" : "";
        Steps = words.Of(content);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => await forms.SendAsync(Code, cancellationToken) switch
    {
        SendResult.NotFound => NotFound(),
        SendResult.Incomplete => RedirectToPage(new { Code }),
        _ => RedirectToPage("FormSent", new { Code }),
    };
}
