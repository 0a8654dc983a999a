using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Rights;

namespace Portal.Signposting.Pages.People.Rights;

/// <summary>What a person may ask of the service over their record, and where the worker does it.</summary>
internal sealed class RightsPageModel(PersonAccess access, RightsAccess rights, PrivateText texts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public bool MayHaveFile { get; private set; }

    public bool MayErase { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return NotFound();
        Name = person.Read<Who>(texts)?.FullName ?? "";
        (MayHaveFile, MayErase) = (await rights.OwnsAsync(person), await rights.ErasesAsync());
        return Page();
    }
}
