using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Retention;

/// <summary>Keeps a plan or a referral without a record longer than usual, until a day and for a reason.</summary>
internal sealed class KeepLooseModel(WithoutRecord withoutRecord, KeepForm form, DateWords dates, IStringLocalizer<RightsText> words) : LoosePage(withoutRecord)
{
    private readonly WithoutRecord withoutRecord = withoutRecord;

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken)) return NotFound();
        (Until, Reason) = (TypedDate.Of(Shown.KeptUntil), Shown.KeepReason);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken)) return NotFound();
        if (form.Read(Until, Reason, ModelState) is not var (until, reason)) return Page();
        if (await withoutRecord.KeepAsync(Shown.Kind, Id, until, reason, cancellationToken) == ChangeResult.NotFound) return NotFound();
        TempData["Notice"] = words["Keep.Done", dates.Date(until)].Value;
        return RedirectToPage("DueList");
    }
}
