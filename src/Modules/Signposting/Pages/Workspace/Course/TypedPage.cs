using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Course;

namespace Portal.Signposting.Pages.Workspace.Course;

/// <summary>What the small forms of a plan have in common: they show what is saved, and save by their button or while one types.</summary>
internal abstract class TypedPage(PlanAccess access, TypedForms forms, PrivateText sealedTexts, IStringLocalizer<CourseText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public Dictionary<string, string?> Shown { get; set; } = new(StringComparer.Ordinal);

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Scores => ScoreChoices.Of(words["NotAsked"]);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) => forms.KeepAsync(Id, new TypedTexts(Texts, Shown), FieldsOf, cancellationToken);

    /// <summary>Saves, and leads back to a place on the page of the plan with a word on it.</summary>
    protected async Task<IActionResult> SaveAsync(string notice, string place, CancellationToken cancellationToken)
    {
        var result = await forms.SaveAsync(Id, new TypedTexts(Texts, Shown), FieldsOf, ModelState, cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(cancellationToken);
        TempData["Notice"] = words[notice].Value;
        return RedirectToPage("/Workspace/EditPlan", null, new { Id }, place);
    }

    /// <summary>The fields of the form; null when the plan has no such thing.</summary>
    protected abstract IReadOnlyList<TypedField>? FieldsOf(Plan plan);

    /// <summary>Reads what else the page shows.</summary>
    protected virtual Task LoadAsync(Plan plan, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan || FieldsOf(plan) is not { } fields) return NotFound();
        Name = plan.Name(sealedTexts);
        await LoadAsync(plan, cancellationToken);
        TypedForms.Show(fields, Texts, Shown);
        return Page();
    }
}
