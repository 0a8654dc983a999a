using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>Keeps a finished record longer than usual, until a day and for a reason.</summary>
internal sealed class KeepPageModel(Erasing erasing, RecordRetention retention, KeepForm form, PrivateText texts, DateWords dates, IStringLocalizer<RightsText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } person) return NotFound();
        (Until, Reason) = (TypedDate.Of(person.KeepUntil), person.KeepReason(texts));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null) return NotFound();
        if (form.Read(Until, Reason, ModelState) is not var (until, reason)) return Page();
        if (await retention.KeepAsync(Id, until, reason, cancellationToken) == ChangeResult.NotFound) return NotFound();
        TempData["Notice"] = words["Keep.Done", dates.Date(until)].Value;
        return RedirectToPage("/Retention/DueList");
    }

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken)
    {
        var person = await erasing.OpenAsync(Id, cancellationToken);
        Name = person?.Read<Who>(texts)?.FullName ?? "";
        return person;
    }
}
