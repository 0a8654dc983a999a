using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>Asks why, before a record is put away as finished.</summary>
internal sealed class ClosePersonModel(
    PersonAccess access, PathwayDesk desk, PathwayRules rules, PathwayWords inWords, PrivateText texts, IStringLocalizer<PeopleText> words, IStringLocalizer<PathwayText> pathWords) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>Key of the reason.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Reasons { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        var note = TypedTexts.Clean(Note);
        if (!Reasons.Any(reason => reason.Value == Reason)) ModelState.AddModelError(nameof(Reason), pathWords["Close.WhyMissing"]);
        if (note.Length > PathwayEntry.LongestNote) ModelState.AddModelError(nameof(Note), pathWords["Text.Long", PathwayEntry.LongestNote]);
        if (!ModelState.IsValid) return Page();
        if (await desk.CloseAsync(Id, Reason!, note, cancellationToken) == PathwayResult.NotFound) return NotFound();
        TempData["Notice"] = words["Close.Done"].Value;
        TempData["UndoUrl"] = $"/workspace/people/{Id}?handler=Reopen";
        return RedirectToPage("PeopleList");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return false;
        Name = person.Read<Who>(texts)?.FullName ?? "";
        Reasons = [.. (await rules.ReadAsync(cancellationToken)).ClosingReasons.Select(reason => new SelectListItem(inWords.Name(reason), reason.Key))];
        return true;
    }
}
