using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>Changes the name and the language of a plan.</summary>
internal sealed class PlanPersonModel(PlanAccess access, PlanEditor editor, PrivateText sealedTexts, TenantContext tenant, IStringLocalizer<SignpostingText> texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public PersonFields Person { get; set; } = new();

    public IReadOnlyList<SelectListItem> Languages => PersonFields.Languages(tenant);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        Person = new PersonFields { Name = plan.Name(sealedTexts), Language = plan.Language };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is null) return NotFound();
        Person.Check(ModelState, nameof(Person), tenant, texts);
        if (!ModelState.IsValid) return Page();
        var result = await editor.ChangeAsync(
            Id,
            "plan.changed",
            plan =>
            {
                if (plan.Name(sealedTexts) == Person.CleanName && plan.Language == Person.Language) return false;
                plan.SetName(sealedTexts, Person.CleanName);
                plan.Language = Person.Language!;
                return true;
            },
            cancellationToken);
        if (result == ChangeResult.Changed) TempData["Notice"] = texts["Person.Saved"].Value;
        return RedirectToPage("EditPlan", new { Id });
    }
}
