using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Accounts.Contracts;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Pages.Manage.Teams;

/// <summary>The teams and who is in them.</summary>
internal sealed class TeamListModel(Services.People.Teams teams, IUsers users) : PageModel
{
    public IReadOnlyList<(Team Team, IReadOnlyList<string> Members)> Teams { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var known = await teams.ListAsync(cancellationToken);
        var names = await users.FindAsync([.. known.SelectMany(team => team.Members).Select(member => member.UserId).Distinct(StringComparer.Ordinal)], cancellationToken);
        Teams =
        [
            .. known.Select(team => (team, (IReadOnlyList<string>)[.. team.Members.Select(member => names.GetValueOrDefault(member.UserId)?.Name).OfType<string>().Order(StringComparer.CurrentCulture)])),
        ];
    }
}
