using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Data;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Services.Duplicates;
using Portal.Directory.Typed;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>Two listings that may be one group: which page stays, and what it says.</summary>
internal sealed class DuplicateModel(
    PortalDbContext db, DuplicateMerge merge, DuplicateFinder finder, ListingInWords words, Assignments assignments, CurrentActor actor, DateWords dates,
    IStringLocalizer<DuplicateText> texts, IStringLocalizer<ModerationText> moderation) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Id of the listing whose page stays; one of the two.</summary>
    [BindProperty(SupportsGet = true, Name = "keep")]
    public string? Keep { get; set; }

    /// <summary>Revisions of the pages that the form was filled from.</summary>
    [BindProperty]
    public int KeptRevision { get; set; }

    [BindProperty]
    public int OtherRevision { get; set; }

    [BindProperty]
    public List<PartChoice> Choices { get; set; } = [];

    public DuplicateCandidate Candidate { get; private set; } = null!;

    public PageOfTwo Kept { get; private set; } = null!;

    public PageOfTwo Other { get; private set; } = null!;

    /// <summary>What the pages say differently, in words: what is said on the one that stays, then on the other.</summary>
    public IReadOnlyList<IReadOnlyList<Difference>> Differences { get; private set; } = [];

    public AssignmentForm Assignment { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(fill: true, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(fill: false, cancellationToken)) return NotFound();
        var order = new MergeOrder
        {
            Id = Id,
            KeptId = Kept.Id,
            KeptRevision = KeptRevision,
            OtherRevision = OtherRevision,
            OthersParts = [.. Choices.Where(choice => choice.Take == PartChoice.Suggested).Select(choice => choice.Part)],
        };
        return await AnswerAsync(await merge.MergeAsync(order, cancellationToken), texts["Done.Merged"], cancellationToken);
    }

    public async Task<IActionResult> OnPostDifferentAsync(CancellationToken cancellationToken)
        => await AnswerAsync(await merge.KeepBothAsync(Id, null, cancellationToken), texts["Done.Different"], cancellationToken);

    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken)
    {
        var undone = await merge.UndoAsync(Id, cancellationToken);
        return await AnswerAsync(undone.Result, texts[undone.IsWhole ? "Done.Undone" : "Done.UndoneInPart"], cancellationToken);
    }

    /// <summary>Looks again at two that were said to be different.</summary>
    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(fill: false, cancellationToken)) return NotFound();
        await finder.PutSideBySideAsync(Kept.Id, Other.Id, actor.Name, cancellationToken);
        return Redirect(Here());
    }

    private string Here() => Url.Content("~/manage/moderation/duplicates/" + Id);

    private async Task<IActionResult> AnswerAsync(DecisionResult result, string done, CancellationToken cancellationToken)
    {
        if (result == DecisionResult.NotFound) return NotFound();
        if (result == DecisionResult.Done)
        {
            TempData["Notice"] = done;
            return Redirect(Here());
        }

        // Somebody else was faster: what stands now is shown.
        ModelState.Clear();
        if (!await LoadAsync(fill: true, cancellationToken)) return NotFound();
        ModelState.AddModelError("", Candidate.DecidedBy is { } by && Candidate.State != DuplicateState.Waiting ? moderation["Decide.Faster", by] : texts["Changed"]);
        return Page();
    }

    private async Task<bool> LoadAsync(bool fill, CancellationToken cancellationToken)
    {
        if (await db.Set<DuplicateCandidate>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == Id, cancellationToken) is not { } candidate) return false;
        Candidate = candidate;
        if (await db.FindListingAsync(candidate.FirstId, cancellationToken) is not { } first || await db.FindListingAsync(candidate.SecondId, cancellationToken) is not { } second) return false;
        var kept = (candidate.KeptId ?? Keep) is { } chosen ? (chosen == second.Id ? second : first) : Better(first, second);
        var other = kept == first ? second : first;
        var venueIds = new[] { kept.VenueId, other.VenueId };
        var places = await db.Set<VenueText>().AsNoTracking().Where(text => venueIds.Contains(text.VenueId)).ToListAsync(cancellationToken);
        (Kept, Other) = (Show(kept, places), Show(other, places));
        Assignment = await AssignmentForm.ReadAsync(assignments, actor, DuplicateSource.Name, Id, cancellationToken);
        if (candidate.State == DuplicateState.Waiting) await CompareAsync(kept, other, fill, cancellationToken);
        return true;
    }

    private async Task CompareAsync(Listing kept, Listing other, bool fill, CancellationToken cancellationToken)
    {
        var (now, choice) = (kept.Snapshot(), new MergeChoice(kept.Snapshot(), other.Snapshot()));
        Differences = await words.CompareAsync([.. choice.Parts.Select(part => (now, choice.With(part)))], cancellationToken);
        if (fill) (KeptRevision, OtherRevision) = (kept.Revision, other.Revision);
        Choices =
        [
            .. choice.Parts.Select(part => (!fill ? Choices.Find(typed => typed.Part == part) : null)
                ?? new PartChoice { Part = part, Take = choice.IsOthers(part) ? PartChoice.Suggested : PartChoice.Now }),
        ];
    }

    /// <summary>The page that somebody keeps stays, else the one that was confirmed last, else the older one.</summary>
    private static Listing Better(Listing first, Listing second)
        => (second.Maintainers.Count > 0, second.AssuredOn ?? DateOnly.MinValue).CompareTo((first.Maintainers.Count > 0, first.AssuredOn ?? DateOnly.MinValue)) > 0 ? second : first;

    private PageOfTwo Show(Listing listing, IReadOnlyList<VenueText> places)
        => new(
            listing.Id, listing.Slug, listing.Source.Title, listing.Culture, places.Where(text => text.VenueId == listing.VenueId).Select(text => text.Title).FirstOrDefault(),
            listing.AssuredOn is { } day ? dates.Date(day) : null, [.. listing.Maintainers.Select(maintainer => maintainer.Email)], listing.Published);
}

/// <summary>One thing that two pages say differently.</summary>
/// <param name="Number">Its place in the form.</param>
/// <param name="Differences">What is said on the page that stays, and on the other.</param>
internal sealed record PartOfTwo(int Number, PartChoice Choice, IReadOnlyList<Difference> Differences);

/// <summary>One of two pages.</summary>
/// <param name="Assured">When it was last confirmed, in words; null where it never was.</param>
internal sealed record PageOfTwo(string Id, string Slug, string Title, string Language, string? Place, string? Assured, IReadOnlyList<string> Keepers, bool IsPublic);
