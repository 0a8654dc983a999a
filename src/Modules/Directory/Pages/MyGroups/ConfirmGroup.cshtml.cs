using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Asks one thing: is all of it still right?</summary>
internal sealed class ConfirmGroupModel(GroupAccess access, ListingEditor editor, GroupSectionsReader sections) : PageModel
{
    public GroupSections Sections { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(slug, cancellationToken) is not { } listing) return NotFound();
        Sections = await sections.ReadAsync(listing, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(slug, cancellationToken) is not { } listing) return NotFound();
        var outcome = await editor.ConfirmAsync(listing.Id, cancellationToken);

        // Somebody saved at the same moment: what is to be confirmed is no longer what was read.
        return outcome.Result == EditResult.Stale ? RedirectToPage(new { slug }) : RedirectToPage("/MyGroups/GroupThanks", new { slug });
    }
}
