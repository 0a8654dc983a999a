using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>What the public sees of a group, with "change" beside each section.</summary>
internal sealed class EditGroupModel(GroupAccess access, GroupSectionsReader sections, GroupAdvice advice) : PageModel
{
    public GroupSections Sections { get; private set; } = null!;

    public ListingPage Group => Sections.Page;

    public bool ManagesAll { get; private set; }

    /// <summary>What could be better.</summary>
    public IReadOnlyList<Advice> Advice { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(slug, cancellationToken) is not { } listing) return NotFound();
        Sections = await sections.ReadAsync(listing, cancellationToken);
        Advice = advice.Of(listing, Group.Venue);
        ManagesAll = await access.ManagesAllAsync();
        return Page();
    }
}
