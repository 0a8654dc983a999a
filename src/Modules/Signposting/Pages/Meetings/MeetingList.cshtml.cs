using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Meetings;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Meetings;

/// <summary>The meetings of the worker's teams: the next of each, and those that ended.</summary>
internal sealed class MeetingListModel(MeetingAccess meetings, MeetingDesk desk, IStringLocalizer<MeetingText> words) : PageModel
{
    public IReadOnlyList<TeamMeetings> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Teams = await meetings.ListAsync(cancellationToken);

    /// <summary>Takes a meeting up again that was ended by mistake.</summary>
    public async Task<IActionResult> OnPostReopenAsync(string id, CancellationToken cancellationToken)
    {
        switch (await desk.ReopenAsync(id, cancellationToken))
        {
            case PathwayResult.NotFound: return NotFound();
            case PathwayResult.ChangedMeanwhile:
                TempData["Notice"] = words["Meeting.NotReopened"].Value;
                return RedirectToPage();
        }

        TempData["Notice"] = words["Meeting.Reopened"].Value;
        return RedirectToPage("MeetingPage", new { id });
    }
}
