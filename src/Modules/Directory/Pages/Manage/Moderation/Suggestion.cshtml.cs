using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Domain;
using Portal.Directory.Resources;
using Portal.Directory.Services;
using Portal.Directory.Typed;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Pages.Manage.Moderation;

/// <summary>One suggestion: the difference side by side, and the decision.</summary>
internal sealed class SuggestionModel(
    SuggestionReader reader, SuggestionDecisions decisions, ListingEditor editor, Assignments assignments, GroupAccess access, CurrentActor actor, IStringLocalizer<ModerationText> texts) : PageModel
{
    private const int LongestMessage = 2000;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Revision of the suggestion that the form was filled from.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Message { get; set; }

    /// <summary>What is decided on each part.</summary>
    [BindProperty]
    public List<PartChoice> Choices { get; set; } = [];

    /// <summary>"yes" to ask whoever suggested a new group to keep its page.</summary>
    [BindProperty]
    public string[] Invite { get; set; } = [];

    public SuggestionInWords Found { get; private set; } = null!;

    public AssignmentForm Assignment { get; private set; } = null!;

    public bool ManagesAll { get; private set; }

    /// <summary>True when the group it is about is no longer in the directory.</summary>
    public bool IsGone => Found.Suggestion.Before is not null && Found.Listing is null;

    /// <summary>True where the page still says something of what was approved.</summary>
    public bool MayUndo => Found.Suggestion is { State: SuggestionState.Approved, AuditNumber: not null } && !IsUndone();

    public IReadOnlyList<SelectListItem> InviteChoices => [new(texts["Invite.Yes", Found.Suggestion.Email ?? ""], "yes")];

    /// <summary>The place that came with a new group; null when none did.</summary>
    public static SuggestedPlace? PlaceOf(Suggestion suggestion) => suggestion.Place is { } place ? JsonSerializer.Deserialize<SuggestedPlace>(place, PortalJson.Options) : null;

    public IReadOnlyList<SelectListItem> ChoicesOf(PartInWords part)
    {
        var choices = new List<SelectListItem> { new(texts["Part.Take"], PartChoice.Suggested), new(texts["Part.Leave"], PartChoice.Now) };
        if (part.Words is not null) choices.Add(new SelectListItem(texts["Part.Own"], PartChoice.InOwnWords));
        return choices;
    }

    public string TagOf(SuggestionState state) => state switch { SuggestionState.Approved => "nhsuk-tag--green", SuggestionState.Waiting => "nhsuk-tag--yellow", _ => "nhsuk-tag--grey" };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        Fill();
        return Page();
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken) => ApproveAsync(isDraft: false, cancellationToken);

    public Task<IActionResult> OnPostDraftAsync(CancellationToken cancellationToken) => ApproveAsync(isDraft: true, cancellationToken);

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var message = ReadMessage(isNeeded: Found.Suggestion.Kind == SuggestionKind.Change);
        if (!ModelState.IsValid) return Show();
        var outcome = await decisions.ReturnAsync(Id, Revision, message, cancellationToken);
        return await AnswerAsync(outcome, Found.Suggestion.Kind == SuggestionKind.Change ? "Decide.Returned" : "Decide.Declined", cancellationToken);
    }

    /// <summary>Takes an approval back, through the history of the group.</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Found is not { Suggestion.AuditNumber: { } number, Listing: { } listing }) return NotFound();
        var isLate = IsUndone();
        var outcome = isLate ? null : await editor.UndoAsync(listing.Id, number, (_, _) => true, cancellationToken);
        TempData["Notice"] = texts[isLate ? "Undo.Already" : outcome?.Result == EditResult.Saved ? "Undo.Done" : "Undo.ChangedSince"].Value;
        return Redirect(Url.Content("~/manage/moderation/suggestions/" + Id));
    }

    private bool IsUndone()
        => Found.Listing is not { } listing || Found.Suggestion.Before is not { } before
            || new SuggestionMerge(before, Found.Suggestion.After, listing.Snapshot()).Parts.All(part => part.Standing == PartStanding.Free);

    private async Task<IActionResult> ApproveAsync(bool isDraft, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var message = ReadMessage(isNeeded: false);
        var isNew = Found.Suggestion.Kind == SuggestionKind.NewListing;
        var (taken, own) = isNew ? ([], new Dictionary<string, string?>(StringComparer.Ordinal)) : ReadChoices();
        if (!ModelState.IsValid) return Show();
        var outcome = await decisions.ApproveAsync(
            new Approval { Id = Id, Revision = Revision, Parts = taken, OwnWords = own, Message = message, Invite = Invite.Contains("yes", StringComparer.Ordinal), KeepHidden = isDraft },
            cancellationToken);
        if (outcome is { Result: DecisionResult.Done, Slug: { } slug } && isDraft)
        {
            TempData["Notice"] = texts["Decide.Drafted"].Value;
            return Redirect(Url.Content(ManagesAll ? $"~/my-groups/{slug}/edit" : "~/manage/moderation"));
        }

        return await AnswerAsync(outcome, isNew ? "Decide.Published" : "Decide.Approved", cancellationToken);
    }

    private (List<string> Taken, Dictionary<string, string?> Own) ReadChoices()
    {
        var (taken, own) = (new List<string>(), new Dictionary<string, string?>(StringComparer.Ordinal));
        for (var i = 0; i < Found.Parts.Count; i++)
        {
            var part = Found.Parts[i];
            var choice = Choices.Find(typed => typed.Part == part.Part);
            var place = Choices.IndexOf(choice!);
            if (part.Standing == PartStanding.AlreadySo) continue;
            if (choice?.Take == PartChoice.Suggested) taken.Add(part.Part);
            else if (choice?.Take == PartChoice.InOwnWords && part.Words is not null) ReadOwn(part, choice, place, own);
            else if (choice?.Take != PartChoice.Now) ModelState.AddModelError($"Choices[{(place < 0 ? i : place).ToString(CultureInfo.InvariantCulture)}].Take", texts["Part.ChooseOne"]);
        }

        return (taken, own);
    }

    private void ReadOwn(PartInWords part, PartChoice choice, int place, Dictionary<string, string?> own)
    {
        var words = TypedText.Clean(choice.Own);
        if (words is null && part.Part.EndsWith("." + nameof(ListingWords.Title), StringComparison.Ordinal))
            ModelState.AddModelError($"Choices[{place.ToString(CultureInfo.InvariantCulture)}].Own", texts["Part.TitleMissing"]);
        own[part.Part] = words;
    }

    private string? ReadMessage(bool isNeeded)
    {
        var message = TypedText.Clean(Message);
        if (message is null && isNeeded) ModelState.AddModelError(nameof(Message), texts["Decide.MessageMissing"]);
        if (message?.Length > LongestMessage) ModelState.AddModelError(nameof(Message), texts["Decide.MessageLong", LongestMessage]);
        return message;
    }

    private async Task<IActionResult> AnswerAsync(DecisionOutcome outcome, string doneKey, CancellationToken cancellationToken)
    {
        if (outcome.Result == DecisionResult.NotFound) return NotFound();
        if (outcome.Result == DecisionResult.NoRole)
        {
            ModelState.AddModelError(nameof(Invite), texts["Invite.NoRole"]);
            return await LoadAsync(cancellationToken) ? Show() : NotFound();
        }

        if (outcome.Result == DecisionResult.Done)
        {
            TempData["Notice"] = texts[doneKey].Value;
            return Redirect(Url.Content("~/manage/moderation"));
        }

        // Somebody else was faster: what stands now is shown, with the words typed here still in the form.
        var message = Message;
        ModelState.Clear();
        if (!await LoadAsync(cancellationToken)) return NotFound();
        ModelState.AddModelError("", texts[Found.Suggestion.State == SuggestionState.Waiting ? "Decide.Changed" : "Decide.Faster", Found.Suggestion.DecidedBy ?? ""]);
        Fill();
        Message = message;
        return Page();
    }

    private void Fill()
    {
        Revision = Found.Suggestion.Revision;
        Choices = [.. Found.Parts.Select(part => new PartChoice { Part = part.Part, Take = part.Standing == PartStanding.ChangedSince ? null : PartChoice.Suggested, Own = part.Words })];
    }

    /// <summary>The form again with what was typed; parts that came up since have no choice yet.</summary>
    private PageResult Show()
    {
        Choices = [.. Found.Parts.Select(part => Choices.Find(typed => typed.Part == part.Part) ?? new PartChoice { Part = part.Part, Own = part.Words })];
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(Id, cancellationToken) is not { } found) return false;
        Found = found;
        ManagesAll = await access.ManagesAllAsync();
        var kind = found.Suggestion.Kind == SuggestionKind.NewListing ? NewListingSource.Name : SuggestionSource.Name;
        Assignment = await AssignmentForm.ReadAsync(assignments, actor, kind, Id, cancellationToken);
        return true;
    }
}

/// <summary>What a moderator decides on one part.</summary>
internal sealed class PartChoice
{
    public const string Suggested = "suggested";
    public const string Now = "now";
    public const string InOwnWords = "own";

    public string Part { get; set; } = "";

    /// <summary>One of the three; null where nothing was chosen.</summary>
    public string? Take { get; set; }

    /// <summary>Better words.</summary>
    public string? Own { get; set; }
}
