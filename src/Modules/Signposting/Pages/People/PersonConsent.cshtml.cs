using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>What a person agreed to: each with its date, and the day it was taken back.</summary>
internal sealed class PersonConsentModel(PersonAccess access, PersonEditor editor, PrivateText texts, DateWords dates, IStringLocalizer<PeopleText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Scope { get; set; }

    [BindProperty]
    public string? How { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    public string Name { get; private set; } = "";

    public Consents Consents { get; private set; } = new();

    /// <summary>What the person has not agreed to at present.</summary>
    public IReadOnlyList<SelectListItem> Open => Choices.Of(words, "Consent.Scope", Consent.Scopes.Where(scope => Consents.Present(scope) is null));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Day = TypedDate.Of(dates.Today);
        return await FindAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken)) return NotFound();
        if (!Open.Any(choice => choice.Value == Scope)) ModelState.AddModelError(nameof(Scope), words["Choice.Missing"]);
        if (!Consent.Ways.Contains(How, StringComparer.Ordinal)) ModelState.AddModelError(nameof(How), words["Choice.Missing"]);
        if (Day.Value is not { } day) ModelState.AddModelError(nameof(Day), words["Date.Wrong"]);
        else if (day > dates.Today) ModelState.AddModelError(nameof(Day), words["Consent.DayFuture"]);
        if (!ModelState.IsValid) return Page();
        await editor.GiveConsentAsync(Id, Scope!, How!, Day.Value!.Value, cancellationToken);
        TempData["Notice"] = words["Consent.Saved"].Value;
        return RedirectToPage(null, null, new { Id });
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return false;
        (Name, Consents) = (person.Read<Who>(texts)?.FullName ?? "", person.Consents(texts));
        return true;
    }
}
