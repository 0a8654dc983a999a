using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Course;

namespace Portal.Signposting.Pages.Workspace.Course;

/// <summary>One goal of a plan: what is behind it, how much it matters, small signs of progress, what came of it.</summary>
internal sealed class EditGoalModel(PlanAccess access, PlanEditor editor, TypedForms forms, PrivateText sealedTexts, IStringLocalizer<CourseText> words, TimeProvider clock) : TypedPage(access, forms, sealedTexts, words)
{
    private readonly PrivateText sealedTexts = sealedTexts;
    private readonly IStringLocalizer<CourseText> words = words;

    [FromRoute]
    public string Goal { get; set; } = "";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync("Goal.Saved", "goals", cancellationToken);

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

    protected override IReadOnlyList<TypedField>? FieldsOf(Plan plan) => PlanFields.OfGoal(plan, Goal, sealedTexts);
}
