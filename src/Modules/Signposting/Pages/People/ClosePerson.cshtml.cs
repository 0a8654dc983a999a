using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>Asks before a record is put away as finished.</summary>
internal sealed class ClosePersonModel(PersonAccess access, PersonEditor editor, PrivateText texts, IStringLocalizer<PeopleText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return NotFound();
        Name = person.Read<Who>(texts)?.FullName ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await editor.CloseAsync(Id, cancellationToken) == ChangeResult.NotFound) return NotFound();
        TempData["Notice"] = words["Close.Done"].Value;
        TempData["UndoUrl"] = $"/workspace/people/{Id}?handler=Reopen";
        return RedirectToPage("PeopleList");
    }
}
