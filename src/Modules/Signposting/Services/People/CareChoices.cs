using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.People;

/// <summary>Whom a record can be given to: the worker's own teams (all, for who sees all), and the workers there are.</summary>
internal sealed class CareChoices(Teams teams, PersonAccess access, IStringLocalizer<PeopleText> words)
{
    /// <summary>Teams to choose from, and no team.</summary>
    /// <param name="present">Id of the team it is with now, which can always be kept.</param>
    public async Task<IReadOnlyList<SelectListItem>> TeamsAsync(string? present, CancellationToken cancellationToken)
    {
        var (all, me) = (await access.SeesAllAsync(), access.WorkerId);
        var choices = (await teams.ListAsync(cancellationToken))
            .Where(team => all || team.Id == present || team.Members.Exists(member => member.UserId == me))
            .Select(team => new SelectListItem(team.Name, team.Id)).ToList();
        return choices.Count == 0 ? [] : [.. choices, new SelectListItem(words["Care.NoTeam"], "")];
    }

    /// <summary>All teams, for who gives out what came in.</summary>
    public async Task<IReadOnlyList<SelectListItem>> AllTeamsAsync(CancellationToken cancellationToken)
    {
        var choices = (await teams.ListAsync(cancellationToken)).Select(team => new SelectListItem(team.Name, team.Id)).ToList();
        return choices.Count == 0 ? [] : [.. choices, new SelectListItem(words["Care.NoTeam"], "")];
    }

    /// <summary>The workers, and nobody yet.</summary>
    public async Task<IReadOnlyList<SelectListItem>> WorkersAsync(CancellationToken cancellationToken)
        => [.. (await teams.WorkersAsync(cancellationToken)).Select(worker => new SelectListItem(worker.Name, worker.Id)), new SelectListItem(words["Care.Nobody"], "")];
}
