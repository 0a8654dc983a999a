using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Meetings;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Meetings;

/// <summary>A meeting: who is there, who is to be talked about and why, what was said. Once it has ended, its record, to be read and printed.</summary>
internal sealed class MeetingPageModel(MeetingAccess meetings, Agenda agenda, MeetingDesk desk, IUsers users, PrivateText texts, IStringLocalizer<MeetingText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    /// <summary>User ids of who is there.</summary>
    [BindProperty]
    public IReadOnlyList<string> Present { get; set; } = [];

    [BindProperty]
    public string? Notes { get; set; }

    /// <summary>Revision of the meeting as it was shown.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public TeamMeeting Meeting { get; private set; } = null!;

    public string TeamName { get; private set; } = "";

    /// <summary>The team, by name.</summary>
    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public AgendaList Agenda { get; private set; } = new([], 0);

    /// <summary>Names of workers by user id, for what was decided.</summary>
    public IReadOnlyDictionary<string, UserSummary> Names { get; private set; } = new Dictionary<string, UserSummary>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken)) return NotFound();
        (Present, Notes, Revision) = (Meeting.Present, Meeting.Notes(texts), Meeting.Revision);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => RecordAsync(ends: false, cancellationToken);

    public Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken) => RecordAsync(ends: true, cancellationToken);

    /// <summary>What was said of somebody; empty for nothing.</summary>
    public string NotesOf(MeetingItem item) => item.Notes(texts);

    public string DecisionOf(MeetingItem item) => item.Decision(texts);

    private async Task<IActionResult> RecordAsync(bool ends, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Meeting.ClosedAt is not null) return NotFound();
        var notes = TypedTexts.Clean(Notes);
        if (notes.Length > TeamMeeting.LongestNotes) ModelState.AddModelError(nameof(Notes), words["Text.Long", TeamMeeting.LongestNotes]);
        if (ends && Present.Count == 0) ModelState.AddModelError(nameof(Present), words["Meeting.PresentMissing"]);
        if (!ModelState.IsValid) return Page();
        switch (await desk.RecordAsync(Id, Revision, Present, notes, ends, cancellationToken))
        {
            case PathwayResult.NotFound: return NotFound();
            case PathwayResult.ChangedMeanwhile:
                await LoadAsync(cancellationToken);
                Revision = Meeting.Revision;
                ModelState.Remove(nameof(Revision));
                ModelState.AddModelError("", words["Meeting.ChangedMeanwhile"]);
                return Page();
        }

        TempData["Notice"] = words[ends ? "Meeting.Ended" : "Meeting.Saved"].Value;
        if (ends) TempData["UndoUrl"] = $"/workspace/meetings?handler=Reopen&id={Id}";
        return RedirectToPage(null, null, new { Id });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await meetings.OpenAsync(Id, cancellationToken) is not var (meeting, team)) return false;
        (Meeting, TeamName) = (meeting, team.Name);
        Agenda = await agenda.ReadAsync(meeting, cancellationToken);
        Names = await users.FindAsync(
            [.. team.Members.Select(member => member.UserId).Concat(meeting.Present).Concat(Agenda.People.Select(person => person.Item?.ActionWorkerId).OfType<string>()).Distinct(StringComparer.Ordinal)], cancellationToken);
        Members = [.. team.Members.Where(member => Names.ContainsKey(member.UserId)).Select(member => new SelectListItem(Names[member.UserId].Name, member.UserId)).OrderBy(member => member.Text, StringComparer.CurrentCulture)];
        return true;
    }
}
