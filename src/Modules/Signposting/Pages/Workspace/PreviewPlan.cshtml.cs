using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>Shows the worker what the person will see.</summary>
internal sealed class PreviewPlanModel(PlanAccess access, PlanSheets sheets) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Easy Read.</summary>
    [FromQuery]
    public bool Easy { get; set; }

    public PlanSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        Sheet = await sheets.MakeAsync(plan, plan.Language, cancellationToken);
        return Page();
    }
}
