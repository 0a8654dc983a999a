using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Meetings;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Meetings;

/// <summary>What a meeting says of one person: notes, a decision, the stage, and the action that follows.</summary>
internal sealed class TalkPageModel(
    PortalDbContext db, PersonAccess access, MeetingAccess meetings, Agenda agenda, MeetingDesk desk, PathwayRules rules, PathwayWords inWords, NextStepForms forms, PrivateText texts,
    IStringLocalizer<PathwayText> pathWords, IStringLocalizer<MeetingText> words) : PersonPathPage(access, forms, texts, pathWords)
{
    private readonly NextStepForms forms = forms;
    private readonly PrivateText texts = texts;

    /// <summary>Id of the meeting.</summary>
    [FromRoute]
    public string Meeting { get; set; } = "";

    [BindProperty]
    public string? Notes { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>Key of the stage; the present one to stay.</summary>
    [BindProperty]
    public string? To { get; set; }

    public IReadOnlyList<string> Reasons { get; private set; } = [];

    public string Flag { get; private set; } = "";

    public string Belief { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Stages { get; private set; } = [];

    public override string BackTo => $"~/workspace/meetings/{Meeting}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } person) return NotFound();
        Seen = person.PathChanges;
        To = (await rules.ReadAsync(cancellationToken)).Find(person.Stage).Key;
        if (await db.Set<MeetingItem>().AsNoTracking().FirstOrDefaultAsync(item => item.MeetingId == Meeting && item.PersonId == Id, cancellationToken) is { } known) (Notes, Decision) = (known.Notes(texts), known.Decision(texts));
        Next = forms.Suggest(person, (await rules.NextAsync(cancellationToken)).AfterMove(person.NextKind, person.NextOn), Present?.Note ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } person) return NotFound();
        var (notes, decision) = (TypedTexts.Clean(Notes), TypedTexts.Clean(Decision));
        var stays = (await rules.ReadAsync(cancellationToken)).Find(person.Stage).Key == To;
        if (notes.Length > MeetingItem.LongestNote) ModelState.AddModelError(nameof(Notes), words["Text.Long", MeetingItem.LongestNote]);
        if (decision.Length > MeetingItem.LongestNote) ModelState.AddModelError(nameof(Decision), words["Text.Long", MeetingItem.LongestNote]);
        if (!Stages.Any(stage => stage.Value == To)) ModelState.AddModelError(nameof(To), words["Talk.StageMissing"]);
        if (!stays && decision.Length == 0) ModelState.AddModelError(nameof(Decision), words["Talk.WhyMissing"]);
        if (notes.Length == 0 && decision.Length == 0) ModelState.AddModelError(nameof(Notes), words["Talk.NotesMissing"]);
        var next = forms.Read(Next, nameof(Next), ModelState, Workers);
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.TalkAsync(Meeting, Id, new Talk(notes, decision, stays ? null : To, next!, Seen), cancellationToken), words["Talk.Saved"], cancellationToken);
    }

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken)
    {
        // Who is asked for first: opening the person lets go of what was read before.
        if (await OpenAsync(cancellationToken) is not { } person) return null;
        if (await meetings.FindAsync(Meeting, cancellationToken) is not ({ ClosedAt: null } meeting, _) || meeting.TeamId != person.TeamId) return null;
        Reasons = await agenda.ReasonsOfAsync(meeting, Id, cancellationToken);
        (Flag, Belief) = (person.Flag(texts), person.Belief(texts));
        Stages = [.. (await rules.ReadAsync(cancellationToken)).Stages.Select(stage => new SelectListItem(inWords.Name(stage), stage.Key))];
        return person;
    }
}
