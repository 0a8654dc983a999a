using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Course;

namespace Portal.Signposting.Pages.Workspace.Course;

/// <summary>With whom and when a plan was agreed, and when it is looked at again.</summary>
internal sealed class AgreementModel(PlanAccess access, TypedForms forms, PrivateText sealedTexts, IStringLocalizer<CourseText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public Dictionary<string, string?> Texts { get; set; } = new(StringComparer.Ordinal);

    [BindProperty]
    public Dictionary<string, string?> Shown { get; set; } = new(StringComparer.Ordinal);

    public string Name { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await forms.SaveAsync(Id, new TypedTexts(Texts, Shown), FieldsOf, ModelState, cancellationToken);
        if (result == ChangeResult.NotFound) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(cancellationToken);
        TempData["Notice"] = words["Agreed.Saved"].Value;
        return RedirectToPage("/Workspace/EditPlan", null, new { Id }, "agreed");
    }

    public Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken) => forms.KeepAsync(Id, new TypedTexts(Texts, Shown), FieldsOf, cancellationToken);

    private IReadOnlyList<TypedField> FieldsOf(Plan plan) => PlanFields.OfAgreement(plan, sealedTexts);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        Name = plan.Name(sealedTexts);
        TypedForms.Show(FieldsOf(plan), Texts, Shown);
        return Page();
    }
}
