using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Resources;
using Portal.Directory.Services;

namespace Portal.Directory.Pages.MyGroups;

/// <summary>Takes one change back. That is a change too, and can be taken back.</summary>
internal sealed class UndoChangeModel(GroupAccess access, Trust trust, ListingEditor editor, VenueEditor venues, IStringLocalizer<VolunteerText> texts) : PageModel
{
    /// <summary>Where a button sends its form to take a change back, inside the tenant.</summary>
    public static string PathOf(string slug, long number) => $"/my-groups/{slug}/undo/{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Somebody followed the address of a button: the history has the button again.</summary>
    public IActionResult OnGet(string slug) => RedirectToPage("/MyGroups/GroupHistory", new { slug });

    public async Task<IActionResult> OnPostAsync(string slug, long number, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(slug, cancellationToken) is not { } listing || !await trust.MayPublishAsync(cancellationToken)) return NotFound();
        var managesAll = await access.ManagesAllAsync();
        var outcome = await editor.UndoAsync(listing.Id, number, (before, after) => managesAll || GroupAccess.IsVolunteers(before, after), cancellationToken);

        // Corrections of the place stand among the changes of the group.
        if (outcome.Result == EditResult.NotFound && listing.VenueId is { } venue) outcome = await venues.UndoAsync(venue, number, cancellationToken);
        if (outcome.Result == EditResult.NotFound) return NotFound();
        TempData["Notice"] = texts["Notice." + outcome.Result switch { EditResult.Saved => "Undone", EditResult.Stale => "CannotUndo", _ => "Unchanged" }].Value;
        if (outcome.AuditNumber is { } undone) TempData["UndoUrl"] = PathOf(slug, undone);
        return RedirectToPage(outcome.Result == EditResult.Stale ? "/MyGroups/GroupHistory" : "/MyGroups/EditGroup", new { slug });
    }
}
