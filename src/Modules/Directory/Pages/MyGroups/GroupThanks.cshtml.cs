using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Domain;
using Portal.Directory.Services;
using Portal.Platform.Tenants;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Thanks for confirming.</summary>
internal sealed class GroupThanksModel(GroupAccess access, TenantContext tenant) : PageModel
{
    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public bool IsPublished { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(slug, cancellationToken) is not { } listing) return NotFound();
        (Slug, Title, IsPublished) = (listing.Slug, listing.Texts.Choose(tenant.Settings.FallbackChain(tenant.Language)).Title, listing.Published);
        return Page();
    }
}
