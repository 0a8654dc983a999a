using Microsoft.AspNetCore.Mvc;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Says what is next for a person.</summary>
internal sealed class SetNextModel(PathTools tools, PathwayDesk desk) : PersonPathPage(tools)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        Seen = person.PathChanges;
        await SuggestAsync(person, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null) return NotFound();
        if (Tools.Forms.Read(Next, nameof(Next), ModelState, Workers) is not { } next) return Page();
        return await AnswerAsync(await desk.SetNextAsync(Id, Seen, next, cancellationToken), Tools.Words["Next.Saved"], cancellationToken);
    }
}
