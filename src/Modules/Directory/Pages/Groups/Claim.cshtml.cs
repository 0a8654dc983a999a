using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.Groups;

/// <summary>"Do you run this group?" Needs no account, and says the same whoever asks.</summary>
internal sealed class ClaimModel(Claims claims, TenantContext tenant, IStringLocalizer<KeepingText> keeping, IStringLocalizer<VolunteerText> texts) : PageModel
{
    private const int LongestWords = 500;

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>True where the group itself can be asked, at the address on its page.</summary>
    public bool IsGroupAsked { get; private set; }

    /// <summary>True once it has been sent.</summary>
    public bool IsSent { get; private set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>A field that no person sees; what fills it in is a program.</summary>
    [BindProperty]
    public string? Website { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, bool sent, CancellationToken cancellationToken)
    {
        IsSent = sent;
        return await LoadAsync(slug, cancellationToken) is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is not { } listing) return NotFound();
        var email = TypedContact.Email(Email);
        if (email is null) ModelState.AddModelError(nameof(Email), texts["Contact.EmailUnclear"]);
        if (Words?.Length > LongestWords) ModelState.AddModelError(nameof(Words), texts["Words.TooLong", LongestWords, Words.Length]);
        if (!ModelState.IsValid) return Page();
        if (string.IsNullOrEmpty(Website) && !await claims.PutAsync(listing, email!, TypedText.Clean(Words), cancellationToken))
        {
            ModelState.AddModelError("", keeping["Claim.TooMany"]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        return RedirectToPage(new { slug, sent = true });
    }

    private async Task<Listing?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        if (await claims.FindUnkeptAsync(slug, cancellationToken) is not { } listing) return null;
        (Slug, Title, IsGroupAsked) = (slug, listing.Texts.Choose(tenant.Settings.FallbackChain(tenant.Language)).Title, claims.AddressToAsk(listing) is not null);
        return listing;
    }
}
