using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Groups;

/// <summary>Where the link to the group's own address leads. Opening it changes nothing, because mail scanners open links; the one button says yes.</summary>
internal sealed class ClaimProofModel(Claims claims, ClaimDecisions decisions, TenantContext tenant) : PageModel
{
    public string Slug { get; private set; } = "";

    /// <summary>Name of the group; null when the link does not work any more.</summary>
    public string? Title { get; private set; }

    /// <summary>Who asks.</summary>
    public string? Email { get; private set; }

    public string? Words { get; private set; }

    /// <summary>True once the button was pressed.</summary>
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string code, CancellationToken cancellationToken)
    {
        Slug = slug;
        if (await claims.FindByCodeAsync(slug, code, cancellationToken) is not { } found) return Over();
        Show(found.Claim, found.Listing);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string code, CancellationToken cancellationToken)
    {
        Slug = slug;
        if (await claims.FindByCodeAsync(slug, code, cancellationToken) is not { } found) return Over();
        if (await decisions.ApproveAsync(found.Claim.Id, null, cancellationToken) != DecisionResult.Done) return Over();
        Show(found.Claim, found.Listing);
        IsDone = true;
        return Page();
    }

    private void Show(ListingClaim claim, Listing listing)
        => (Title, Email, Words) = (listing.Texts.Choose(tenant.Settings.FallbackChain(tenant.Language)).Title, claim.Email, claim.Words);

    private PageResult Over()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
