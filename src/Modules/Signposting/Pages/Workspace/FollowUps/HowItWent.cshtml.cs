using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Answers;
using Portal.Signposting.Services.Course;
using Portal.Signposting.Services.FollowUps;

namespace Portal.Signposting.Pages.Workspace.FollowUps;

/// <summary>Notes how one step went. What the person said on the plan is filled in to begin with.</summary>
internal sealed class HowItWentModel(
    PlanAccess access, PlanItems items, FollowUpBook book, PersonAnswers answers, PrivateText sealedTexts, DateWords dates, IStringLocalizer<FollowUpText> words, IStringLocalizer<CourseText> course, IStringLocalizer<SignpostingText> texts) : PageModel
{
    private const string Yes = "yes";
    private const string No = "no";

    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public string Step { get; set; } = "";

    [BindProperty]
    public string? Attended { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? DidHelp { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Review { get; set; }

    public string Name { get; private set; } = "";

    public string StepTitle { get; private set; } = "";

    /// <summary>True for what one goes to; else it is something to do.</summary>
    public bool IsGoing { get; private set; }

    public IReadOnlyList<PersonAnswer> Said { get; private set; } = [];

    public IEnumerable<SelectListItem> YesNo => [new(words["Attended.Yes"], Yes), new(words["Attended.No"], No)];

    public IEnumerable<SelectListItem> Reasons => [new("", ""), .. FollowUp.Reasons.Select(reason => new SelectListItem(words["Reason." + reason], reason))];

    public IEnumerable<SelectListItem> Helps => Enum.GetValues<Helped>().Select(helped => new SelectListItem(words["Helped." + helped], helped.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        if (Said.Any(answer => answer.Kind == PersonAnswerKind.Went)) Attended = Yes;
        else if (Said.Any(answer => answer.Kind == PersonAnswerKind.RatherNot)) (Attended, Reason) = (No, "not-for-me");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var told = Read();
        if (!ModelState.IsValid) return Page();
        if (await book.RecordAsync(Id, told, cancellationToken) is not { } noted) return NotFound();
        TempData["Notice"] = words["Form.Saved"].Value;
        TempData["UndoUrl"] = $"/workspace/plans/{Id}/follow-up?handler=TakeBack&noted={noted}";
        return RedirectToPage("Overview", new { Id });
    }

    private NewFollowUp Read()
    {
        bool? attended = Attended switch { Yes => true, No => false, _ => null };
        Helped? helped = Enum.TryParse<Helped>(DidHelp, out var known) && Enum.IsDefined(known) ? known : null;
        if (attended is null && helped is null) ModelState.AddModelError(nameof(Attended), words["Form.Missing"]);
        if (Reason is { Length: > 0 } && !FollowUp.Reasons.Contains(Reason, StringComparer.Ordinal)) ModelState.AddModelError(nameof(Reason), words["Form.ReasonWrong"]);
        var said = TypedTexts.Clean(Words);
        if (said.Length > FollowUp.LongestWords) ModelState.AddModelError(nameof(Words), words["Form.WordsLong", FollowUp.LongestWords]);
        DateOnly? review = null;
        if (Review is { Length: > 0 })
        {
            if (!DateOnly.TryParseExact(Review.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) ModelState.AddModelError(nameof(Review), course["Field.Date"]);
            else if (day < dates.Today) ModelState.AddModelError(nameof(Review), words["Form.Past"]);
            else review = day;
        }

        return new NewFollowUp(Step, attended, Reason is { Length: > 0 } ? Reason : null, helped, said, review);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return false;
        if ((await items.ReadAsync(plan, cancellationToken)).FirstOrDefault(item => item.Id == Step) is not { } item) return false;
        (Name, StepTitle, IsGoing) = (plan.Name(sealedTexts), item.Title ?? texts["Edit.Gone"].Value, item.Kind is StepKind.Listing or StepKind.Programme);
        Said = [.. (await answers.OfAsync(Id, cancellationToken)).Where(answer => answer.StepId == Step)];
        return true;
    }
}
