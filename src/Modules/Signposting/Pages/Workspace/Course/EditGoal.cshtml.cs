using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Course;

namespace Portal.Signposting.Pages.Workspace.Course;

/// <summary>One goal of a plan: what is behind it, how much it matters, small signs of progress, what came of it.</summary>
internal sealed class EditGoalModel(PlanAccess access, PlanEditor editor, TypedForms forms, PrivateText sealedTexts, IStringLocalizer<CourseText> words, TimeProvider clock) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public string Goal { get; set; } = "";

    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public Dictionary<string, string?> Shown { get; set; } = new(StringComparer.Ordinal);

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Scores => ScoreChoices.Of(words["NotAsked"]);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await forms.SaveAsync(Id, new TypedTexts(Texts, Shown), FieldsOf, ModelState, cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(cancellationToken);
        TempData["Notice"] = words["Goal.Saved"].Value;
        return RedirectToPage("/Workspace/EditPlan", null, new { Id }, "goals");
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) => forms.KeepAsync(Id, new TypedTexts(Texts, Shown), FieldsOf, cancellationToken);

    /// <summary>Takes the goal out; it can be put back.</summary>
    public async Task<IActionResult> OnPostTakeOutAsync(CancellationToken cancellationToken)
    {
        var result = await editor.ChangeAsync(Id, TypedForms.Action, plan => plan.TakeOutGoal(Goal, clock.GetUtcNow()), cancellationToken);
        if (result != ChangeResult.Changed) return NotFound();
        TempData["Notice"] = words["Goal.TakenOut"].Value;
        TempData["UndoUrl"] = $"/workspace/plans/{Id}/goals/{Goal}?handler=PutBack";
        return RedirectToPage("/Workspace/EditPlan", new { Id });
    }

    public async Task<IActionResult> OnPostPutBackAsync(CancellationToken cancellationToken)
    {
        var result = await editor.ChangeAsync(Id, TypedForms.Action, plan => plan.PutGoalBack(Goal), cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        if (result == ChangeResult.Changed) TempData["Notice"] = words["Goal.PutBack"].Value;
        return RedirectToPage("/Workspace/EditPlan", new { Id });
    }

    private IReadOnlyList<TypedField>? FieldsOf(Plan plan) => PlanFields.OfGoal(plan, Goal, sealedTexts);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan || FieldsOf(plan) is not { } fields) return NotFound();
        Name = plan.Name(sealedTexts);
        TypedForms.Show(fields, Texts, Shown);
        return Page();
    }
}
