using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Who changed what when, each of it to be taken back.</summary>
internal sealed class GroupHistoryModel(GroupAccess access, Trust trust, GroupHistoryReader reader) : PageModel
{
    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <summary>False for somebody whose changes wait for a moderator: taking back would be public at once.</summary>
    public bool MayUndo { get; private set; }

    /// <summary>Number before which older entries begin; null when there are none.</summary>
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long? before, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(slug, cancellationToken) is not { } listing) return NotFound();
        (Slug, Title) = (listing.Slug, listing.Source.Title);
        (Entries, Older) = await reader.ReadAsync(listing, before, await access.ManagesAllAsync(), cancellationToken);
        MayUndo = await trust.MayPublishAsync(cancellationToken);
        return Page();
    }
}
