using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.People;

/// <summary>Gives a person into the care of a team and a worker.</summary>
internal sealed class PersonCareModel(PersonAccess access, PersonEditor editor, CareChoices care, PrivateText texts, IStringLocalizer<PeopleText> words) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Team { get; set; }

    [BindProperty]
    public string? Worker { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Workers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } person) return NotFound();
        (Team, Worker) = (person.TeamId ?? "", person.WorkerId ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is null) return NotFound();
        var (team, worker) = (string.IsNullOrEmpty(Team) ? null : Team, string.IsNullOrEmpty(Worker) ? null : Worker);
        if (team is not null && !Teams.Any(choice => choice.Value == team)) ModelState.AddModelError(nameof(Team), words["Choice.Missing"]);
        if (worker is not null && !Workers.Any(choice => choice.Value == worker)) ModelState.AddModelError(nameof(Worker), words["Choice.Missing"]);
        // A record that belongs to nobody at all would be lost to everybody but leads.
        if (team is null && worker is null) ModelState.AddModelError(nameof(Worker), words["Care.SomebodyMissing"]);
        if (!ModelState.IsValid) return Page();
        if (await editor.AllocateAsync(Id, team, worker, cancellationToken) == ChangeResult.Changed) TempData["Notice"] = words["Care.Saved"].Value;
        return await access.FindAsync(Id, cancellationToken) is null ? RedirectToPage("PeopleList") : RedirectToPage("PersonPage", new { Id });
    }

    private async Task<Person?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await access.OpenAsync(Id, cancellationToken) is not { } person) return null;
        Name = person.Read<Who>(texts)?.FullName ?? "";
        Teams = await care.TeamsAsync(person.TeamId, cancellationToken);
        Workers = await care.WorkersAsync(cancellationToken);
        return person;
    }
}
