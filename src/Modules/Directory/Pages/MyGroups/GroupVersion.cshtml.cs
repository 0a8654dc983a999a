using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>The page of a group as it was once, beside the present one, to be brought back for a reason.</summary>
internal sealed class GroupVersionModel(GroupAccess access, Trust trust, GroupHistoryReader reader, ListingEditor editor, IStringLocalizer<VolunteerText> texts) : PageModel
{
    private const int LongestReason = 300;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public long Number { get; set; }

    /// <summary>Revision of the page that the version was compared with.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Why it is brought back.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public PastVersion Version { get; private set; } = null!;

    /// <summary>False for somebody whose changes wait for a moderator: bringing back would be public at once.</summary>
    public bool MayRestore { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.FindAsync(Slug, cancellationToken) is not { } listing) return NotFound();
        return await ShowAsync(listing, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await access.FindAsync(Slug, cancellationToken) is not { } listing || !await trust.MayPublishAsync(cancellationToken)) return NotFound();
        var why = TypedText.Clean(Why);
        if (why is null) ModelState.AddModelError(nameof(Why), texts["History.RestoreWhyMissing"]);
        if (why?.Length > LongestReason) ModelState.AddModelError(nameof(Why), texts["Words.TooLong", LongestReason, why.Length]);
        if (!ModelState.IsValid) return await ShowAsync(listing, cancellationToken);

        var outcome = await editor.RestoreContentAsync(listing.Id, Number, Revision, why!, cancellationToken);
        if (outcome.Result == EditResult.NotFound) return NotFound();
        if (outcome.Result == EditResult.Stale)
        {
            ModelState.AddModelError("", texts["Keep.Stale"]);
            return await ShowAsync((await access.FindAsync(Slug, cancellationToken))!, cancellationToken);
        }

        TempData["Notice"] = texts[outcome.Result == EditResult.Saved ? "Notice.Restored" : "Notice.Unchanged"].Value;
        if (outcome.AuditNumber is { } number) TempData["UndoUrl"] = UndoChangeModel.PathOf(Slug, number);
        return RedirectToPage("/MyGroups/EditGroup", new { Slug });
    }

    private async Task<IActionResult> ShowAsync(Domain.Listing listing, CancellationToken cancellationToken)
    {
        if (await reader.ReadVersionAsync(listing, Number, cancellationToken) is not { } version) return NotFound();
        Version = version;
        MayRestore = await trust.MayPublishAsync(cancellationToken);
        Revision = listing.Revision;
        ModelState.Remove(nameof(Revision));
        return Page();
    }
}
