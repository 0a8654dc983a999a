using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>Somebody says that they run a group whose page nobody keeps, and the group itself has not said so: yes or no.</summary>
internal sealed class ClaimModel(
    PortalDbContext db, ClaimDecisions decisions, Assignments assignments, GroupAccess access, CurrentActor actor, TimeProvider clock, IStringLocalizer<ModerationText> texts) : PageModel
{
    private const int LongestMessage = 2000;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Message { get; set; }

    public ClaimShown Claim { get; private set; } = null!;

    public AssignmentForm Assignment { get; private set; } = null!;

    public bool ManagesAll { get; private set; }

    public string TagOf(ClaimState state) => state switch { ClaimState.Approved => "nhsuk-tag--green", ClaimState.Returned => "nhsuk-tag--grey", _ => "nhsuk-tag--yellow" };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken)
        => DecideAsync(isMessageNeeded: false, "Claim.Approved", message => decisions.ApproveAsync(Id, message, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken)
        => DecideAsync(isMessageNeeded: true, "Decide.Returned", message => decisions.ReturnAsync(Id, message!, cancellationToken), cancellationToken);

    private async Task<IActionResult> DecideAsync(bool isMessageNeeded, string doneKey, Func<string?, Task<DecisionResult>> decide, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var message = TypedText.Clean(Message);
        if (message is null && isMessageNeeded) ModelState.AddModelError(nameof(Message), texts["Claim.MessageMissing"]);
        if (message?.Length > LongestMessage) ModelState.AddModelError(nameof(Message), texts["Decide.MessageLong", LongestMessage]);
        if (!ModelState.IsValid) return Page();

        var result = await decide(message);
        if (result == DecisionResult.Done)
        {
            TempData["Notice"] = texts[doneKey, Claim.Email].Value;
            return Redirect(Url.Content("~/manage/moderation"));
        }

        if (!await LoadAsync(cancellationToken)) return NotFound();
        ModelState.AddModelError("", result == DecisionResult.NoRole ? texts["Invite.NoRole"] : Claim.DecidedBy is { } by ? texts["Decide.Faster", by] : texts["Decide.Changed", ""]);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var waiting = db.Set<ListingClaim>().Where(ListingClaim.WaitForModerator(clock.GetUtcNow())).Select(claim => claim.Id);
        var found = await db.Set<ListingClaim>().AsNoTracking().Where(claim => claim.Id == Id && (claim.DecidedAt != null || waiting.Contains(claim.Id)))
            .Join(
                db.Set<Listing>(), claim => claim.ListingId, listing => listing.Id,
                (claim, listing) => new ClaimShown(
                    claim.State, claim.At, claim.Email, claim.Words, claim.Language, claim.CodeHash != null, claim.DecidedAt, claim.DecidedBy, claim.Answer, listing.Slug,
                    listing.Texts.Where(text => text.Culture == listing.Culture).Select(text => text.Title).First(), listing.Culture, listing.Published, listing.Maintainers.Count > 0))
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return false;
        Claim = found;
        ManagesAll = await access.ManagesAllAsync();
        Assignment = await AssignmentForm.ReadAsync(assignments, actor, ClaimSource.Name, Id, cancellationToken);
        return true;
    }
}

/// <summary>A claim as its page shows it.</summary>
/// <param name="WasAsked">True when the group was asked at the e-mail address on its page.</param>
/// <param name="Answer">What was written to whoever claimed it.</param>
/// <param name="IsKept">True when somebody keeps the page by now.</param>
internal sealed record ClaimShown(
    ClaimState State, DateTimeOffset At, string Email, string? Words, string Language, bool WasAsked, DateTimeOffset? DecidedAt, string? DecidedBy, string? Answer,
    string Slug, string Title, string TextLanguage, bool IsPublic, bool IsKept)
{
    public bool IsOpen => DecidedAt is null;
}
