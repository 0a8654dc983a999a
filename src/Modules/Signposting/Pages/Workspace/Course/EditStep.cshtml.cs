using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Course;
using Portal.Signposting.Services.Letters;

namespace Portal.Signposting.Pages.Workspace.Course;

/// <summary>One step of a plan: for which goal, who, when, how sure, and when it is talked about again.</summary>
internal sealed class EditStepModel(PlanAccess access, PlanItems items, Reminders reminders, TypedForms forms, PrivateText sealedTexts, IStringLocalizer<CourseText> words, IStringLocalizer<SignpostingText> texts)
    : TypedPage(access, forms, sealedTexts, words)
{
    private readonly PrivateText sealedTexts = sealedTexts;
    private readonly IStringLocalizer<CourseText> words = words;

    [FromRoute]
    public string Step { get; set; } = "";

    /// <summary>What the step is.</summary>
    public string StepTitle { get; private set; } = "";

    /// <summary>True where there is a safe way to remind the person.</summary>
    public bool CanRemind { get; private set; }

    public IReadOnlyList<SelectListItem> Goals { get; private set; } = [];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SaveAsync("Step.Saved", "step-" + Step, cancellationToken);

    protected override IReadOnlyList<TypedField>? FieldsOf(Plan plan) => PlanFields.OfStep(plan, Step, sealedTexts);

    protected override async Task LoadAsync(Plan plan, CancellationToken cancellationToken)
    {
        StepTitle = (await items.ReadAsync(plan, cancellationToken)).First(item => item.Id == Step).Title ?? texts["Edit.Gone"].Value;
        CanRemind = await reminders.WayToAsync(plan, cancellationToken) is not null;
        Goals = [new(words["Step.NoGoal"], ""), .. plan.GoalsInOrder.Select(goal => new SelectListItem(goal.Words(sealedTexts), goal.Id))];
    }
}
