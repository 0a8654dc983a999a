using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Pages.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.Retention;

/// <summary>Says what is lost for good, and erases a plan or a referral without a record once the name was typed.</summary>
internal sealed class EraseLooseModel(WithoutRecord withoutRecord, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words, IStringLocalizer<LooseText> own) : LoosePage(withoutRecord)
{
    private readonly WithoutRecord withoutRecord = withoutRecord;

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The name, so that nobody erases another one by a slip.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    public IReadOnlyList<SelectListItem> Reasons => Choices.Of(words, "Erase.Why", Erasing.Reasons);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await OpenAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken)) return NotFound();
        if (!Erasing.Reasons.Contains(Why, StringComparer.Ordinal)) ModelState.AddModelError(nameof(Why), people["Choice.Missing"]);
        if (string.IsNullOrWhiteSpace(Typed) || PersonLookup.Normalise(Typed) != PersonLookup.Normalise(Shown.Confirm)) ModelState.AddModelError(nameof(Typed), own["Erase.TypedWrong", Shown.Confirm]);
        if (!ModelState.IsValid) return Page();
        if (!await withoutRecord.EraseAsync(Shown.Kind, Id, Why!, cancellationToken)) return NotFound();
        TempData["Notice"] = own["Erase.Done"].Value;
        return RedirectToPage("DueList");
    }
}
