using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>Who says that they run a group whose page nobody keeps, the oldest first.</summary>
internal sealed class ClaimListModel(Claims claims, IStringLocalizer<KeepingText> keeping, IStringLocalizer<VolunteerText> texts) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<OpenClaim> Claims { get; private set; } = [];

    /// <summary>Id of the claim whose answer is missing.</summary>
    public string? Faulty { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => Claims = await claims.OpenAsync(Most, cancellationToken);

    public async Task<IActionResult> OnPostAcceptAsync(string id, CancellationToken cancellationToken)
    {
        if (await claims.FindOpenAsync(id, cancellationToken) is not { } found) return NotFound();
        try
        {
            var isAccepted = await claims.AcceptAsync(found.Claim, found.Listing, cancellationToken);
            TempData["Notice"] = (isAccepted ? keeping["Claims.Accepted", found.Claim.Email] : texts["Keep.Stale"]).Value;
        }
        catch (InvalidOperationException)
        {
            TempData["Notice"] = texts["Keep.NoRole"].Value;
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostReturnAsync(string id, string? answer, CancellationToken cancellationToken)
    {
        if (await claims.FindOpenAsync(id, cancellationToken) is not { } found) return NotFound();
        if (TypedText.Clean(answer) is not { } words)
        {
            Faulty = id;
            ModelState.AddModelError("answer-" + id, keeping["Claims.AnswerMissing"]);
            Claims = await claims.OpenAsync(Most, cancellationToken);
            return Page();
        }

        await claims.ReturnAsync(found.Claim, found.Listing, words, cancellationToken);
        TempData["Notice"] = keeping["Claims.Returned", found.Claim.Email].Value;
        return RedirectToPage();
    }
}
