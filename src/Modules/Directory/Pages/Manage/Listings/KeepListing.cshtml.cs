using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;

namespace Portal.Directory.Pages.Manage.Listings;

/// <summary>What only those do who manage all groups: say who keeps a page, write to them, hide the page or show it.</summary>
internal sealed class KeepListingModel(
    ListingEditor editor, GroupKeepers keepers, Trust trust, GroupSectionsReader sections, IStringLocalizer<VolunteerText> texts, IStringLocalizer<ModerationText> moderation) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public string? NewEmail { get; set; }

    public GroupSections Sections { get; private set; } = null!;

    private IReadOnlyDictionary<string, KeeperStanding> Standings { get; set; } = new Dictionary<string, KeeperStanding>(StringComparer.Ordinal);

    /// <summary>True when what somebody changes is public at once.</summary>
    public bool IsTrusted(string email) => Standings.TryGetValue(email, out var standing) && standing.IsTrusted;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
        => await editor.FindAsync(Slug, cancellationToken) is { } listing ? await ShowAsync(listing, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(Slug, cancellationToken) is not { } listing) return NotFound();
        if (TypedContact.Email(NewEmail) is not { } email)
        {
            ModelState.AddModelError(nameof(NewEmail), texts["Contact.EmailUnclear"]);
            return await ShowAsync(listing, cancellationToken);
        }

        try
        {
            return Done(await keepers.AddAsync(listing, email, cancellationToken), "Keep.Added");
        }
        catch (InvalidOperationException)
        {
            return await WithoutRoleAsync(cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostRemoveAsync(string email, CancellationToken cancellationToken)
        => await editor.FindAsync(Slug, cancellationToken) is { } listing ? Done(await keepers.RemoveAsync(listing, email, cancellationToken), "Keep.Removed") : NotFound();

    public async Task<IActionResult> OnPostAskAsync(string email, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(Slug, cancellationToken) is not { } listing) return NotFound();
        try
        {
            if (!await keepers.AskToCheckAsync(listing, email, cancellationToken)) return NotFound();
        }
        catch (InvalidOperationException)
        {
            return await WithoutRoleAsync(cancellationToken);
        }

        TempData["Notice"] = texts["Keep.Asked", email].Value;
        return RedirectToPage();
    }

    public Task<IActionResult> OnPostTrustAsync(string email, CancellationToken cancellationToken) => TrustAsync(email, isTrusted: true, "Keep.NowTrusted", cancellationToken);

    public Task<IActionResult> OnPostHoldAsync(string email, CancellationToken cancellationToken) => TrustAsync(email, isTrusted: false, "Keep.NowHeld", cancellationToken);

    public Task<IActionResult> OnPostHideAsync(CancellationToken cancellationToken) => PublishAsync(isPublished: false, "Keep.Hidden", cancellationToken);

    public Task<IActionResult> OnPostShowAsync(CancellationToken cancellationToken) => PublishAsync(isPublished: true, "Keep.Shown", cancellationToken);

    public async Task<IActionResult> OnPostUndoAsync(long number, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(Slug, cancellationToken) is not { } listing) return NotFound();
        var outcome = await editor.UndoAsync(listing.Id, number, (_, _) => true, cancellationToken);
        if (outcome.Result == EditResult.NotFound) return NotFound();
        return Done(outcome, "Notice.Undone", "Notice.CannotUndo");
    }

    private async Task<IActionResult> TrustAsync(string email, bool isTrusted, string noticeKey, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(Slug, cancellationToken) is not { } listing || !listing.Maintainers.Exists(maintainer => maintainer.Email == email)) return NotFound();
        await trust.DecideAsync(email, isTrusted, cancellationToken);
        TempData["Notice"] = moderation[noticeKey, email].Value;
        return RedirectToPage(null, pageHandler: "", routeValues: null);
    }

    private async Task<IActionResult> PublishAsync(bool isPublished, string noticeKey, CancellationToken cancellationToken)
        => await editor.FindAsync(Slug, cancellationToken) is { } listing
            ? Done(await editor.ChangeFactsAsync(listing.Id, listing.Revision, facts => facts with { Published = isPublished }, cancellationToken), noticeKey)
            : NotFound();

    private async Task<IActionResult> ShowAsync(Listing listing, CancellationToken cancellationToken)
    {
        Sections = await sections.ReadAsync(listing, cancellationToken);
        Standings = await trust.OfAsync(listing.Facts.Maintainers, cancellationToken);
        return Page();
    }

    /// <summary>The site has no role for volunteers: whoever manages users has to make one.</summary>
    private async Task<IActionResult> WithoutRoleAsync(CancellationToken cancellationToken)
    {
        ModelState.AddModelError(nameof(NewEmail), texts["Keep.NoRole"]);
        return await ShowAsync((await editor.FindAsync(Slug, cancellationToken))!, cancellationToken);
    }

    private RedirectToPageResult Done(EditOutcome outcome, string savedKey, string staleKey = "Keep.Stale")
    {
        TempData["Notice"] = texts[outcome.Result switch { EditResult.Saved => savedKey, EditResult.Stale => staleKey, _ => "Notice.Unchanged" }].Value;
        if (outcome.AuditNumber is { } number) TempData["UndoUrl"] = $"/manage/listings/{Slug}?handler=Undo&number={number.ToString(CultureInfo.InvariantCulture)}";
        return RedirectToPage(null, pageHandler: "", routeValues: null);
    }
}
