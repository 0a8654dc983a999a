using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>A group of which nobody has said for long that its page is right: ring it and confirm, ask again, or leave it for some weeks.</summary>
internal sealed class StaleModel(
    PortalDbContext db, ListingEditor editor, ListingPageReader reader, StillRightLetters letters, StaleDecisions decisions, Assignments assignments, GroupAccess access, CurrentActor actor,
    IStringLocalizer<FreshnessText> texts) : PageModel
{
    private Listing listing = null!;

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    public ListingPage Group { get; private set; } = null!;

    /// <summary>What was done about it before; null when nothing was.</summary>
    public ListingFreshness? Row { get; private set; }

    public IReadOnlyList<string> Keepers => [.. listing.Maintainers.Select(maintainer => maintainer.Email).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Phones => [.. new[] { listing.ContactPhone, listing.ContactText }.OfType<string>().Distinct(StringComparer.Ordinal)];

    public string? ContactName => listing.ContactName;

    public string? ContactEmail => listing.ContactEmail;

    /// <summary>True when there is somebody to write to.</summary>
    public bool CanBeAsked => listing.Maintainers.Count > 0 || (listing.ContactEmail is not null && !listing.ContactPrivate);

    public AssignmentForm Assignment { get; private set; } = null!;

    public bool ManagesAll { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
        => DecideAsync("Stale.Confirmed", async id =>
        {
            var result = (await editor.ConfirmAsync(id, cancellationToken)).Result;
            if (result is not (EditResult.Saved or EditResult.Unchanged)) return false;
            await decisions.ForgetAsync(id, cancellationToken);
            return true;
        }, cancellationToken);

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
        => DecideAsync("Stale.AskedNow", async id => await letters.WriteNowAsync(id, null, cancellationToken) && await decisions.PutOffAsync(id, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostPutOffAsync(CancellationToken cancellationToken)
        => DecideAsync("Stale.LeftBe", id => decisions.PutOffAsync(id, cancellationToken), cancellationToken);

    private async Task<IActionResult> DecideAsync(string doneKey, Func<string, Task<bool>> decide, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        if (!await decide(listing.Id))
        {
            ModelState.AddModelError("", texts["Stale.NotDone"]);
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        TempData["Notice"] = texts[doneKey, Group.Title].Value;
        return Redirect(Url.Content("~/manage/moderation?kind=stale"));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(Slug, cancellationToken) is not { Published: true } found) return false;
        listing = found;
        Group = await reader.ReadAsync(found, cancellationToken);
        Row = await db.Set<ListingFreshness>().AsNoTracking().SingleOrDefaultAsync(row => row.ListingId == found.Id, cancellationToken);
        ManagesAll = await access.ManagesAllAsync();
        Assignment = await AssignmentForm.ReadAsync(assignments, actor, StaleSource.Name, found.Id, cancellationToken);
        return true;
    }
}
