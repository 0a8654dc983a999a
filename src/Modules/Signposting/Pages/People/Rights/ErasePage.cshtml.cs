using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>Says what is lost for good, and erases a record once the family name was typed.</summary>
internal sealed class ErasePageModel(Erasing erasing, PrivateText texts, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The family name, so that nobody erases the wrong record by a slip.</summary>
    [BindProperty]
    public string? Typed { get; set; }

    public string Name { get; private set; } = "";

    public string? KeepReason { get; private set; }

    public ErasureSize Size { get; private set; } = new(0, 0, 0);

    public IReadOnlyList<SelectListItem> Reasons => Choices.Of(words, "Erase.Why", Erasing.Reasons);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } who) return NotFound();
        if (!Erasing.Reasons.Contains(Why, StringComparer.Ordinal)) ModelState.AddModelError(nameof(Why), people["Choice.Missing"]);
        if (PersonLookup.Normalise(Typed) != PersonLookup.Normalise(who.FamilyName) || string.IsNullOrWhiteSpace(Typed)) ModelState.AddModelError(nameof(Typed), words["Erase.TypedWrong"]);
        if (!ModelState.IsValid) return Page();
        if (!await erasing.EraseAsync(Id, Why!, cancellationToken)) return NotFound();
        TempData["Notice"] = words["Erase.Done"].Value;
        return RedirectToPage("/People/PeopleList");
    }

    private async Task<Who?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await erasing.OpenAsync(Id, cancellationToken) is not { } person) return null;
        var who = person.Read<Who>(texts) ?? new();
        (Name, KeepReason, Size) = (who.FullName, person.KeepReason(texts), await erasing.SizeAsync(Id, cancellationToken));
        return who;
    }
}
