using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Course;
using Portal.Signposting.Services.Letters;

namespace Portal.Signposting.Pages.Workspace.Course;

/// <summary>One step of a plan: for which goal, who, when, how sure, and when it is talked about again.</summary>
internal sealed class EditStepModel(PlanAccess access, PlanItems items, Reminders reminders, TypedForms forms, PrivateText sealedTexts, IStringLocalizer<CourseText> words, IStringLocalizer<SignpostingText> texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute]
    public string Step { get; set; } = "";

    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public Dictionary<string, string?> Shown { get; set; } = new(StringComparer.Ordinal);

    public string Name { get; private set; } = "";

    /// <summary>What the step is.</summary>
    public string StepTitle { get; private set; } = "";

    /// <summary>True where there is a safe way to remind the person.</summary>
    public bool CanRemind { get; private set; }

    public IReadOnlyList<SelectListItem> Goals { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Scores => ScoreChoices.Of(words["NotAsked"]);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await forms.SaveAsync(Id, new TypedTexts(Texts, Shown), FieldsOf, ModelState, cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(cancellationToken);
        TempData["Notice"] = words["Step.Saved"].Value;
        return RedirectToPage("/Workspace/EditPlan", null, new { Id }, "step-" + Step);
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) => forms.KeepAsync(Id, new TypedTexts(Texts, Shown), FieldsOf, cancellationToken);

    private IReadOnlyList<TypedField>? FieldsOf(Plan plan) => PlanFields.OfStep(plan, Step, sealedTexts);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan || FieldsOf(plan) is not { } fields) return NotFound();
        Name = plan.Name(sealedTexts);
        StepTitle = (await items.ReadAsync(plan, cancellationToken)).First(item => item.Id == Step).Title ?? texts["Edit.Gone"].Value;
        CanRemind = await reminders.WayToAsync(plan, cancellationToken) is not null;
        Goals = [new(words["Step.NoGoal"], ""), .. plan.GoalsInOrder.Select(goal => new SelectListItem(goal.Words(sealedTexts), goal.Id))];
        TypedForms.Show(fields, Texts, Shown);
        return Page();
    }
}
