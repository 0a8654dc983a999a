using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>Keeps a finished record longer than usual, until a day and for a reason.</summary>
internal sealed class KeepPageModel(Erasing erasing, RecordRetention retention, PrivateText texts, DateWords dates, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words) : PageModel
{
    private const int LongestReason = 500;

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
        if (Until.Value is not { } until) ModelState.AddModelError(nameof(Until), people["Date.Wrong"]);
        else if (until <= dates.Today || until > dates.Today.AddYears(RetentionSettings.Most)) ModelState.AddModelError(nameof(Until), words["Keep.UntilWrong", RetentionSettings.Most]);
        var reason = TypedTexts.Clean(Reason);
        if (reason.Length is 0 or > LongestReason) ModelState.AddModelError(nameof(Reason), words["Keep.ReasonMissing", LongestReason]);
        if (!ModelState.IsValid) return Page();
        if (await retention.KeepAsync(Id, Until.Value!.Value, reason, cancellationToken) == ChangeResult.NotFound) return NotFound();
        TempData["Notice"] = words["Keep.Done", dates.Date(Until.Value!.Value)].Value;
        return RedirectToPage("/Retention/DueList");
    }

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken)
    {
        var person = await erasing.OpenAsync(Id, cancellationToken);
        Name = person?.Read<Who>(texts)?.FullName ?? "";
        return person;
    }
}
