using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>Starts a plan for a person.</summary>
internal sealed class NewPlanModel(PlanEditor editor, TenantContext tenant, IStringLocalizer<SignpostingText> texts) : PageModel
{
    [BindProperty]
    public PersonFields Person { get; set; } = new();

    [BindProperty]
    public string? Matters { get; set; }

    public IReadOnlyList<SelectListItem> Languages => PersonFields.Languages(tenant);

    public void OnGet() => Person.Language = tenant.Language;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var matters = TypedTexts.Clean(Matters);
        Person.Check(ModelState, nameof(Person), tenant, texts);
        if (matters.Length > Plan.LongestMatters) ModelState.AddModelError(nameof(Matters), texts["Matters.Long", Plan.LongestMatters]);
        if (!ModelState.IsValid) return Page();
        var id = await editor.StartAsync(new NewPlan(Person.CleanName, Person.Language!, matters), cancellationToken);
        return RedirectToPage("EditPlan", new { id });
    }
}
