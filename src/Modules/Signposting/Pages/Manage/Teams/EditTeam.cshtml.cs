using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Pages.Manage.Teams;

/// <summary>Makes a team (<c>new</c>) or changes one.</summary>
internal sealed class EditTeamModel(Services.People.Teams teams, IStringLocalizer<PeopleText> words, IStringLocalizer<ReferralNewsText> newsWords) : PageModel
{
    private const string New = "new";

    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>User ids of the members.</summary>
    [BindProperty]
    public IReadOnlyList<string> Members { get; set; } = [];

    /// <summary>A <see cref="ReferralNews"/>: how those who decide hear of referrals.</summary>
    [BindProperty]
    public string? News { get; set; } = nameof(ReferralNews.AtOnce);

    /// <summary>Revision of the team as it was shown.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public bool IsNew => Id == New;

    public IReadOnlyList<SelectListItem> Workers { get; private set; } = [];

    public IEnumerable<SelectListItem> NewsChoices => Enum.GetNames<ReferralNews>().Select(name => new SelectListItem(newsWords["News." + name], name));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (IsNew) return Page();
        if (await teams.FindAsync(Id, cancellationToken) is not { } team) return NotFound();
        (Name, Members, News, Revision) = (team.Name, [.. team.Members.Select(member => member.UserId)], team.ReferralNews.ToString(), team.Revision);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > Team.LongestName) ModelState.AddModelError(nameof(Name), words["Teams.NameMissing", Team.LongestName]);
        if (Members.Any(member => !Workers.Any(worker => worker.Value == member))) ModelState.AddModelError(nameof(Members), words["Choice.Missing"]);
        if (!NewsChoices.Any(choice => choice.Value == News)) ModelState.AddModelError(nameof(News), words["Choice.Missing"]);
        if (!ModelState.IsValid) return Page();
        var state = new TeamState(name, [.. Members.Distinct(StringComparer.Ordinal)], Enum.Parse<ReferralNews>(News!), Revision);
        switch (await teams.SaveAsync(IsNew ? null : Id, state, cancellationToken))
        {
            case TeamResult.NotFound: return NotFound();
            case TeamResult.NameTaken: ModelState.AddModelError(nameof(Name), words["Teams.NameTaken"]); return Page();
            case TeamResult.ChangedMeanwhile: ModelState.AddModelError("", words["Teams.ChangedMeanwhile"]); return Page();
        }

        TempData["Notice"] = words["Teams.Saved"].Value;
        return RedirectToPage("TeamList");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        switch (await teams.RemoveAsync(Id, cancellationToken))
        {
            case TeamResult.NotFound: return NotFound();
            case (TeamResult.HasPeople or TeamResult.HasMeetings) and var refused:
                await OnGetAsync(cancellationToken);
                ModelState.AddModelError("", words["Teams." + refused]);
                return Page();
        }

        TempData["Notice"] = words["Teams.Removed"].Value;
        return RedirectToPage("TeamList");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
        => Workers = [.. (await teams.WorkersAsync(cancellationToken)).Select(worker => new SelectListItem(worker.Name, worker.Id))];
}
