using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Pathway;

/// <summary>Says what is next for a person.</summary>
internal sealed class SetNextModel(PersonAccess access, PathwayDesk desk, PathwayRules rules, NextStepForms forms, PrivateText texts, IStringLocalizer<PathwayText> words) : PersonPathPage(access, forms, texts, words)
{
    private readonly NextStepForms forms = forms;
    private readonly IStringLocalizer<PathwayText> words = words;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        Seen = person.PathChanges;
        Next = forms.Suggest(person, (await rules.NextAsync(cancellationToken)).AfterMove(person.NextKind, person.NextOn), Present?.Note ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null) return NotFound();
        if (forms.Read(Next, nameof(Next), ModelState, Workers) is not { } next) return Page();
        return await AnswerAsync(await desk.SetNextAsync(Id, Seen, next, cancellationToken), words["Next.Saved"], cancellationToken);
    }
}
