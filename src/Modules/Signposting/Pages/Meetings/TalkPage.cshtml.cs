using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Pages.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Meetings;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Meetings;

/// <summary>What a meeting says of one person: notes, a decision, the stage, and the action that follows.</summary>
internal sealed class TalkPageModel(PathTools tools, PortalDbContext db, MeetingAccess meetings, Agenda agenda, MeetingDesk desk, PathwayWords inWords, IStringLocalizer<MeetingText> words) : PersonPathPage(tools)
{
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
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        Seen = person.PathChanges;
        To = (await Tools.Rules.ReadAsync(cancellationToken)).Find(person.Stage).Key;
        if (await db.Set<MeetingItem>().AsNoTracking().FirstOrDefaultAsync(item => item.MeetingId == Meeting && item.PersonId == Id, cancellationToken) is { } known) (Notes, Decision) = (known.Notes(Tools.Texts), known.Decision(Tools.Texts));
        await SuggestAsync(person, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } person) return NotFound();
        var (notes, decision) = (TypedTexts.Clean(Notes), TypedTexts.Clean(Decision));
        var stays = (await Tools.Rules.ReadAsync(cancellationToken)).Find(person.Stage).Key == To;
        if (notes.Length > MeetingItem.LongestNote) ModelState.AddModelError(nameof(Notes), words["Text.Long", MeetingItem.LongestNote]);
        if (decision.Length > MeetingItem.LongestNote) ModelState.AddModelError(nameof(Decision), words["Text.Long", MeetingItem.LongestNote]);
        if (!Stages.Any(stage => stage.Value == To)) ModelState.AddModelError(nameof(To), words["Talk.StageMissing"]);
        if (!stays && decision.Length == 0) ModelState.AddModelError(nameof(Decision), words["Talk.WhyMissing"]);
        if (notes.Length == 0 && decision.Length == 0) ModelState.AddModelError(nameof(Notes), words["Talk.NotesMissing"]);
        var next = Tools.Forms.Read(Next, nameof(Next), ModelState, Workers);
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.TalkAsync(Meeting, Id, new Talk(notes, decision, stays ? null : To, next!, Seen), cancellationToken), words["Talk.Saved"], cancellationToken);
    }

    protected override async Task<bool> LoadAsync(Person person, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(Meeting, cancellationToken) is not ({ ClosedAt: null } meeting, _) || meeting.TeamId != person.TeamId) return false;
        Reasons = await agenda.ReasonsOfAsync(meeting, Id, cancellationToken);
        (Flag, Belief) = (person.Flag(Tools.Texts), person.Belief(Tools.Texts));
        Stages = [.. (await Tools.Rules.ReadAsync(cancellationToken)).Stages.Select(stage => new SelectListItem(inWords.Name(stage), stage.Key))];
        return true;
    }
}
