using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Meetings;

namespace Portal.Signposting.Pages.Meetings;

/// <summary>Puts a person on the agenda of the next meeting of their team, with a line why, or takes them off.</summary>
internal sealed class FlagPersonModel(PathTools tools, MeetingDesk desk, IStringLocalizer<MeetingText> words) : PersonPathPage(tools)
{
    [BindProperty]
    public string? Why { get; set; }

    public bool IsFlagged { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        Why = person.Flag(Tools.Texts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null) return NotFound();
        var why = TypedTexts.Clean(Why);
        if (why.Length > NextStep.LongestNote) ModelState.AddModelError(nameof(Why), words["Text.Long", NextStep.LongestNote]);
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.FlagAsync(Id, why, cancellationToken), words["Flag.Saved"], cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeOffAsync(CancellationToken cancellationToken)
        => await AnswerAsync(await desk.UnflagAsync(Id, cancellationToken), words["Flag.TakenOff"], cancellationToken);

    protected override Task<bool> LoadAsync(Person person, CancellationToken cancellationToken)
    {
        IsFlagged = person.FlaggedAt is not null;
        return Task.FromResult(true);
    }
}
