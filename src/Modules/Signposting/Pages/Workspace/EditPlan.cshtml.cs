using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Answers;
using Portal.Signposting.Services.Course;
using Portal.Signposting.Services.Matching;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>
/// The plan with the search beside it. Every button of the page sends the one form of the plan along, so that whatever is
/// typed is saved by whatever is pressed; the search itself is a plain form that only changes the address.
/// </summary>
internal sealed class EditPlanModel(
    PlanAccess access, PlanEditor editor, PlanItems items, PlanSearch search, PlanBesides besides, UnmetWishes unmet, PersonAnswers answers, TypedForms forms, PrivateText sealedTexts, DateWords dates, TimeProvider clock,
    IStringLocalizer<SignpostingText> texts, IStringLocalizer<MatchText> matchTexts, IStringLocalizer<PersonText> personTexts, IStringLocalizer<CourseText> courseTexts) : PageModel
{
    private const string ChangedAction = TypedForms.Action;

    [FromRoute]
    public string Id { get; set; } = "";

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? Near { get; set; }

    [FromQuery]
    public StepKind? Kind { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>The texts of the plan as typed; see <see cref="TypedTexts"/>.</summary>
    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Fingerprints of the texts as the page showed them.</summary>
    [BindProperty]
    public Dictionary<string, string?> Shown { get; set; } = new(StringComparer.Ordinal);

    /// <summary>A new step in own words.</summary>
    [BindProperty]
    public string? OwnStep { get; set; }

    /// <summary>A new goal in the person's words.</summary>
    [BindProperty]
    public string? NewGoal { get; set; }

    public string Name { get; private set; } = "";

    public LanguageInfo Language { get; private set; } = null!;

    public bool IsClosed { get; private set; }

    public PlanProgress Progress { get; private set; } = null!;

    public NextThing Next { get; private set; }

    public IReadOnlyList<StepItem> Steps { get; private set; } = [];

    public IReadOnlyList<PlanGoal> Goals { get; private set; } = [];

    /// <summary>With whom and when it was agreed, and when it is looked at again.</summary>
    public (string With, DateOnly? On, DateOnly? ReviewOn) Agreement { get; private set; } = ("", null, null);

    /// <summary>What stands beside the steps.</summary>
    public PlanBeside Beside { get; private set; } = PlanBeside.Nothing;

    /// <summary>What was found; null when nothing is looked for.</summary>
    public PlanMatches? Matches { get; private set; }

    public PlanQuery Query => new() { Q = Q, Near = Near, Kind = Kind, Page = Number };

    /// <summary>The search as it stands in the address, to be kept by every button.</summary>
    public IDictionary<string, string?> SearchRoute => Query.ToRoute();

    /// <summary>Address of this page with another search.</summary>
    public static string AddressOf(PlanQuery query) => $"?{QueryString.Create(query.ToRoute()).Value?.TrimStart('?')}{(query.Page > 1 ? $"&page={query.Page.ToString(CultureInfo.InvariantCulture)}" : "")}#search";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync(_ => false, "Edit.Saved", "plan", cancellationToken);

    public async Task<IActionResult> OnPostAddAsync(StepKind add, string item, CancellationToken cancellationToken)
    {
        if (!await items.ExistsAsync(add, item, cancellationToken)) return NotFound();
        return await SaveAsync(plan => plan.AddStep(Ids.New(clock), add, item) is not null, "Edit.Added", "search", cancellationToken);
    }

    public Task<IActionResult> OnPostUpAsync(string step, CancellationToken cancellationToken)
        => SaveAsync(plan => plan.Move(step, -1), null, "step-" + step, cancellationToken);

    public Task<IActionResult> OnPostDownAsync(string step, CancellationToken cancellationToken)
        => SaveAsync(plan => plan.Move(step, 1), null, "step-" + step, cancellationToken);

    public async Task<IActionResult> OnPostTakeOutAsync(string step, CancellationToken cancellationToken)
    {
        var undo = $"/workspace/plans/{Id}{QueryString.Create(SearchRoute).Add("handler", "PutBack").Add("step", step)}";
        var answer = await SaveAsync(plan => plan.TakeOut(step, clock.GetUtcNow()), "Edit.TakenOut", null, cancellationToken);
        if (answer is RedirectToPageResult) TempData["UndoUrl"] = undo;
        return answer;
    }

    public Task<IActionResult> OnPostPutBackAsync(string step, CancellationToken cancellationToken)
        => SaveAsync(plan => plan.PutBack(step), "Edit.PutBack", null, cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken)
        => SaveAsync(plan => plan.Close(clock.GetUtcNow()), null, null, cancellationToken, "plan.closed");

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken)
        => SaveAsync(plan => plan.Reopen(), "Edit.Reopened", null, cancellationToken, "plan.reopened");

    /// <summary>The worker has seen what the person said until then.</summary>
    public async Task<IActionResult> OnPostSeenAsync(long until, CancellationToken cancellationToken)
    {
        var answer = await SaveAsync(_ => false, null, null, cancellationToken);
        if (answer is RedirectToPageResult && until > 0 && until <= DateTime.MaxValue.Ticks && await answers.SeeAsync(Id, new DateTimeOffset(until, TimeSpan.Zero), cancellationToken)) TempData["Notice"] = personTexts["New.SeenDone"].Value;
        return answer;
    }

    /// <summary>Takes a goal that the person added on the shared plan into the plan.</summary>
    public async Task<IActionResult> OnPostAdoptAsync(string goal, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(Id, cancellationToken) is null || (await answers.OfAsync(Id, cancellationToken)).FirstOrDefault(answer => answer.Id == goal && answer.Kind == PersonAnswerKind.Goal) is not { } said) return NotFound();
        var words = said.Text(sealedTexts);
        return await SaveAsync(plan => plan.GoalsInOrder.All(known => known.Words(sealedTexts) != words) && plan.AddGoal(sealedTexts, Ids.New(clock), words) is not null, null, "goals", cancellationToken);
    }

    public async Task<IActionResult> OnPostUnmetAsync(CancellationToken cancellationToken)
    {
        var answer = await SaveAsync(_ => false, null, "search", cancellationToken);
        if (answer is RedirectToPageResult && await unmet.RecordAsync(Id, cancellationToken) == ChangeResult.Changed) TempData["Notice"] = matchTexts["List.UnmetDone"].Value;
        return answer;
    }

    /// <summary>Saves what is typed while the page stays open, for its script.</summary>
    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) => forms.KeepAsync(Id, new TypedTexts(Texts, Shown), plan => PlanFields.Of(plan, sealedTexts), cancellationToken);

    /// <summary>Saves what is typed and one change besides, and shows the page again.</summary>
    /// <param name="change">Makes the change and says whether there was anything to change.</param>
    /// <param name="notice">Key of what is said when something changed.</param>
    /// <param name="place">Part of the page to go back to; null for its top.</param>
    private async Task<IActionResult> SaveAsync(Func<Plan, bool> change, string? notice, string? place, CancellationToken cancellationToken, string action = ChangedAction)
    {
        CheckLengths();
        if (!ModelState.IsValid) return await ShowAsync(cancellationToken);

        IReadOnlyDictionary<string, string> meanwhile = new Dictionary<string, string>(StringComparer.Ordinal);
        var result = await editor.ChangeAsync(
            Id,
            action,
            plan =>
            {
                (var typed, meanwhile) = new TypedTexts(Texts, Shown).WriteTo(plan, sealedTexts);
                var added = TypedTexts.Clean(OwnStep) is { Length: > 0 } title && AddOwnStep(plan, title);
                var aimed = TypedTexts.Clean(NewGoal) is { Length: > 0 } goal && plan.AddGoal(sealedTexts, Ids.New(clock), goal) is not null;
                return change(plan) | typed | added | aimed;
            },
            cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        foreach (var (name, saved) in meanwhile) ModelState.AddModelError($"{nameof(Texts)}[{name}]", texts["Edit.ChangedMeanwhile", saved]);
        if (!ModelState.IsValid) return await ShowAsync(cancellationToken);
        // Who presses "save" hears that it is, also when it was kept while they typed.
        if (notice is not null && (result == ChangeResult.Changed || notice == "Edit.Saved")) TempData["Notice"] = texts[notice].Value;
        return RedirectToPage(null, null, new Dictionary<string, object?>(SearchRoute.Select(value => KeyValuePair.Create(value.Key, (object?)value.Value))) { ["id"] = Id }, place);
    }

    private bool AddOwnStep(Plan plan, string title)
    {
        if (plan.AddStep(Ids.New(clock), StepKind.OwnWords, null) is not { } step) return false;
        step.SetTitle(sealedTexts, title);
        return true;
    }

    private void CheckLengths()
    {
        if (TypedTexts.Clean(OwnStep).Length > PlanStep.LongestTitle) ModelState.AddModelError(nameof(OwnStep), texts["Edit.OwnStepLong", PlanStep.LongestTitle]);
        if (TypedTexts.Clean(NewGoal).Length > PlanGoal.LongestWords) ModelState.AddModelError(nameof(NewGoal), courseTexts["Field.Long", PlanGoal.LongestWords]);
        foreach (var (name, text) in Texts)
        {
            var (longest, key) = name is TypedTexts.Matters or PlanFields.Strengths or PlanFields.Hopes ? (Plan.LongestMatters, "Matters.Long") : (PlanStep.LongestNote, "Edit.NoteLong");
            if (TypedTexts.Clean(text).Length > longest) ModelState.AddModelError($"{nameof(Texts)}[{name}]", texts[key, longest]);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        Name = plan.Name(sealedTexts);
        Language = LanguageInfo.Of(plan.Language);
        IsClosed = plan.ClosedAt is not null;
        Progress = PlanProgress.Of(plan);
        Next = Progress.Next(dates.Today);
        Steps = await items.ReadAsync(plan, cancellationToken);
        Beside = await besides.ReadAsync(plan, withSuggestions: Query.IsEmpty, cancellationToken);
        Goals = [.. plan.GoalsInOrder];
        Agreement = (plan.AgreedWith(sealedTexts), plan.AgreedOn, plan.ReviewOn);
        TypedForms.Show(PlanFields.Of(plan, sealedTexts), Texts, Shown);
        if (!Query.IsEmpty) Matches = await search.FindAsync(Query, plan, cancellationToken);
        return Page();
    }
}
