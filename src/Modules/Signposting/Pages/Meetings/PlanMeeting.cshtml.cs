using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.Meetings;
using Portal.Signposting.Services.Pathway;

namespace Portal.Signposting.Pages.Meetings;

/// <summary>Says when a team meets next, and how often.</summary>
internal sealed class PlanMeetingModel(MeetingAccess meetings, MeetingDesk desk, DateWords dates, IStringLocalizer<MeetingText> words) : PageModel
{
    /// <summary>Id of the team.</summary>
    [BindProperty(SupportsGet = true)]
    public string Team { get; set; } = "";

    [BindProperty]
    public TypedDate On { get; set; } = new();

    /// <summary>Time of day, as typed: <c>14:00</c>.</summary>
    [BindProperty]
    public string? At { get; set; }

    /// <summary>Weeks, as typed; empty for once only.</summary>
    [BindProperty]
    public string? Every { get; set; }

    public string TeamName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } team) return NotFound();
        (On, At, Every) = team.Next is { } planned
            ? (TypedDate.Of(planned.On), planned.At.ToString("HH:mm", CultureInfo.InvariantCulture), planned.EveryWeeks?.ToString(CultureInfo.InvariantCulture))
            : (new TypedDate(), "14:00", TeamMeeting.UsualWeeks.ToString(CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null) return NotFound();
        if (On.Value is not { } on || on < dates.Today || on > dates.Today.AddDays(NextStep.Farthest)) ModelState.AddModelError(nameof(On), words["Plan.OnWrong"]);
        if (!TimeOnly.TryParseExact(At?.Trim(), ["HH:mm", "H:mm", "HH.mm", "H.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) ModelState.AddModelError(nameof(At), words["Plan.AtWrong"]);
        var weeks = 0;
        var repeats = !string.IsNullOrWhiteSpace(Every);
        if (repeats && !(int.TryParse(Every!.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out weeks) && weeks is >= 1 and <= TeamMeeting.MostWeeks)) ModelState.AddModelError(nameof(Every), words["Plan.EveryWrong", TeamMeeting.MostWeeks]);
        if (!ModelState.IsValid) return Page();
        switch (await desk.PlanAsync(Team, new MeetingTime(On.Value!.Value, at, repeats ? weeks : null), cancellationToken))
        {
            case PathwayResult.NotFound: return NotFound();
            case PathwayResult.ChangedMeanwhile: ModelState.AddModelError("", words["Meeting.ChangedMeanwhile"]); return Page();
        }

        TempData["Notice"] = words["Plan.Saved"].Value;
        return RedirectToPage("MeetingList");
    }

    private async Task<TeamMeetings?> LoadAsync(CancellationToken cancellationToken)
    {
        var team = (await meetings.ListAsync(cancellationToken)).FirstOrDefault(known => known.Team.Id == Team);
        TeamName = team?.Team.Name ?? "";
        return team;
    }
}
