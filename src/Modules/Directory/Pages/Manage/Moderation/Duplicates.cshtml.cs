using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services.Duplicates;
using Portal.Directory.Typed;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>What was decided on groups with two pages, and a way to put two pages side by side by hand.</summary>
internal sealed class DuplicatesModel(PortalDbContext db, DuplicateFinder finder, CurrentActor actor, IStringLocalizer<DuplicateText> texts) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    /// <summary>Address of a page of a group, or the last part of it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? First { get; set; }

    [BindProperty]
    public string? Second { get; set; }

    public Page<DecidedPair> Decided { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var first = await FindAsync(First, nameof(First), cancellationToken);
        var second = await FindAsync(Second, nameof(Second), cancellationToken);
        if (first is not null && first == second) ModelState.AddModelError(nameof(Second), texts["List.Same"]);
        if (ModelState.IsValid) return Redirect(Url.Content("~/manage/moderation/duplicates/" + await finder.PutSideBySideAsync(first!, second!, actor.Name, cancellationToken)));
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<string?> FindAsync(string? typed, string field, CancellationToken cancellationToken)
    {
        var slug = TypedText.Clean(typed)?.Split('?', '#')[0].TrimEnd('/').Split('/')[^1];
        var id = slug is null ? null : await db.Set<Listing>().Where(listing => listing.Slug == slug && listing.MergedIntoId == null).Select(listing => listing.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null) ModelState.AddModelError(field, texts["List.NotFound"]);
        return id;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
        => Decided = await db.Set<DuplicateCandidate>().AsNoTracking().Where(candidate => candidate.State != DuplicateState.Waiting)
            .OrderByDescending(candidate => candidate.DecidedAt).ThenBy(candidate => candidate.Id)
            .Select(candidate => new DecidedPair(
                candidate.Id,
                db.Set<Listing>().Where(listing => listing.Id == candidate.FirstId).Select(listing => listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First()).First(),
                db.Set<Listing>().Where(listing => listing.Id == candidate.SecondId).Select(listing => listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First()).First(),
                candidate.State, candidate.DecidedBy ?? "", candidate.DecidedAt!.Value))
            .ToPageAsync(Number, PageSize, cancellationToken);
}

/// <summary>A decision in the list.</summary>
internal sealed record DecidedPair(string Id, string First, string Second, DuplicateState State, string By, DateTimeOffset At);
