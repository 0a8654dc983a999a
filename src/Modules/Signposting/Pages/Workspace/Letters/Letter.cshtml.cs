using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Messages.Contracts;
using Portal.Signposting.Domain;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Letters;

namespace Portal.Signposting.Pages.Workspace.Letters;

/// <summary>A closing letter as it went, to be printed.</summary>
internal sealed class LetterModel(PlanAccess access, ClosingDesk desk, PrivateText sealedTexts) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [FromRoute(Name = "letter")]
    public string LetterId { get; set; } = "";

    public (IReadOnlyList<LetterLine> Lines, string Language, ReadingForm Form) Letter { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is null) return NotFound();
        if ((await desk.LettersAsync(Id, cancellationToken)).FirstOrDefault(known => known.Id == LetterId) is not { } letter) return NotFound();
        Letter = (letter.Lines(sealedTexts), letter.Language, letter.Form);
        return Page();
    }
}
