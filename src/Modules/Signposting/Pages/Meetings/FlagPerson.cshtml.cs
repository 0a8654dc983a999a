using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Pages.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Meetings;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Meetings;

/// <summary>Puts a person on the agenda of the next meeting of their team, with a line why, or takes them off.</summary>
internal sealed class FlagPersonModel(PersonAccess access, MeetingDesk desk, NextStepForms forms, PrivateText texts, IStringLocalizer<PathwayText> pathWords, IStringLocalizer<MeetingText> words) : PersonPathPage(access, forms, texts, pathWords)
{
    private readonly PrivateText texts = texts;

    [BindProperty]
    public string? Why { get; set; }

    public bool IsFlagged { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        (Why, IsFlagged) = (person.Flag(texts), person.FlaggedAt is not null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        IsFlagged = person.FlaggedAt is not null;
        var why = TypedTexts.Clean(Why);
        if (why.Length > NextStep.LongestNote) ModelState.AddModelError(nameof(Why), words["Text.Long", NextStep.LongestNote]);
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.FlagAsync(Id, why, cancellationToken), words["Flag.Saved"], cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeOffAsync(CancellationToken cancellationToken)
        => await AnswerAsync(await desk.UnflagAsync(Id, cancellationToken), words["Flag.TakenOff"], cancellationToken);
}
