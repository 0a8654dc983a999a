using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>Asks before a plan is removed.</summary>
internal sealed class RemovePlanModel(PlanAccess access, PlanEditor editor, PrivateText sealedTexts, IStringLocalizer<SignpostingText> texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        Name = plan.Name(sealedTexts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await editor.RemoveAsync(Id, cancellationToken) == ChangeResult.NotFound) return NotFound();
        TempData["Notice"] = texts["Remove.Done"].Value;
        TempData["UndoUrl"] = $"/workspace/plans?handler=PutBack&id={Id}";
        return RedirectToPage("Board");
    }
}
