using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>Adds a safeguarding concern, also by who may not read those that are there.</summary>
internal sealed class AddConcernModel(PersonAccess access, PersonEditor editor, PrivateText texts, IStringLocalizer<PeopleText> people, IStringLocalizer<RecordText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public TypedDate On { get; set; } = new();

    [BindProperty]
    public string? Comment { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await OpenAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken)) return NotFound();
        var (what, comment) = (TypedTexts.Clean(What), TypedTexts.Clean(Comment));
        if (what.Length == 0) ModelState.AddModelError(nameof(What), words["Safeguarding.AddMissing"]);
        if (what.Length > SectionJson.LongestText) ModelState.AddModelError(nameof(What), people["Text.Long", SectionJson.LongestText]);
        if (comment.Length > SectionJson.LongestText) ModelState.AddModelError(nameof(Comment), people["Text.Long", SectionJson.LongestText]);
        if (!On.IsEmpty && On.Value is null) ModelState.AddModelError(nameof(On), people["Date.Wrong"]);
        if (!ModelState.IsValid) return Page();
        switch (await editor.AddConcernAsync(Id, new Concern { What = what, On = On, Comment = comment.Length == 0 ? null : comment }, cancellationToken))
        {
            case AddedConcern.NotFound: return NotFound();
            case AddedConcern.Full:
                ModelState.AddModelError("", words["Safeguarding.Full"]);
                return Page();
        }

        TempData["Notice"] = words["Safeguarding.Added"].Value;
        return RedirectToPage("PersonPage", new { Id });
    }

    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return false;
        Name = person.Read<Who>(texts)?.FullName ?? "";
        return true;
    }
}
