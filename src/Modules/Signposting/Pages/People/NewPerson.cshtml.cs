using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>Begins a record: who it is, and the worker's team. All else comes with the conversation.</summary>
internal sealed class NewPersonModel(PersonEditor editor, PersonAccess access, PersonList list, CareChoices care, DateWords dates, IStringLocalizer<PeopleText> words) : PageModel
{
    [BindProperty]
    public Who Who { get; set; } = new();

    /// <summary>Id of the team; empty for none.</summary>
    [BindProperty]
    public string? Team { get; set; }

    /// <summary>True when the worker has seen who is known already and means another person.</summary>
    [BindProperty]
    public bool Another { get; set; }

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    /// <summary>People the worker may see who could be the same.</summary>
    public IReadOnlyList<PersonItem> Known { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Teams = await care.TeamsAsync(null, cancellationToken);
        Team = Teams.FirstOrDefault()?.Value;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Teams = await care.TeamsAsync(null, cancellationToken);
        ModelState.Check(nameof(Who), Who, dates.Today, words);
        var who = SectionJson.Clean(Who);
        var team = string.IsNullOrEmpty(Team) ? null : Team;
        if (team is not null && !Teams.Any(choice => choice.Value == team)) ModelState.AddModelError(nameof(Team), words["Choice.Missing"]);
        if (!ModelState.IsValid) return Page();
        if (!Another && await list.FindAsync(who, cancellationToken) is { Count: > 0 } known)
        {
            Known = known;
            return Page();
        }

        var id = await editor.StartAsync(new NewPerson(who, team, access.WorkerId), cancellationToken);
        TempData["Notice"] = words["New.Done"].Value;
        return RedirectToPage("PersonPage", new { id });
    }
}
