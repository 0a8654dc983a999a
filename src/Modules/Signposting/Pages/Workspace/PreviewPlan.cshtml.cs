using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Domain;
using Portal.Signposting.Services;

namespace Portal.Signposting.Pages.Workspace;

/// <summary>Shows the worker what the person will see, in the form in which they read best.</summary>
internal sealed class PreviewPlanModel(PlanAccess access, PlanSheets sheets, ReadingForms forms) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Easy Read; null for as the record says.</summary>
    [FromQuery]
    public bool? Easy { get; set; }

    /// <summary>Large print; null for as the record says.</summary>
    [FromQuery]
    public bool? Large { get; set; }

    public ReadingForm Form { get; private set; }

    /// <summary>Why the form was chosen; null where the worker chose it, or the record asks for none.</summary>
    public string? WhyForm { get; private set; }

    public PlanSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } plan) return NotFound();
        if (Easy is null && Large is null)
        {
            var needed = await forms.NeededAsync(plan.PersonId, cancellationToken);
            (Form, WhyForm) = (needed ?? ReadingForm.Usual, forms.Why(needed));
        }
        else
        {
            Form = Easy == true ? ReadingForm.Easy : Large == true ? ReadingForm.Large : ReadingForm.Usual;
        }

        Sheet = await sheets.MakeAsync(plan, plan.Language, cancellationToken) with { IsEasy = Form == ReadingForm.Easy, IsLarge = Form == ReadingForm.Large };
        return Page();
    }
}
