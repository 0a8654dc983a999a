using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Referrals;

/// <summary>Which teams a practice's link can be tied to.</summary>
internal sealed class LinkTeams(Teams teams, IStringLocalizer<ReferralNewsText> words)
{
    /// <summary>What to say beside a choice that is not there.</summary>
    public string Missing => words["Link.TeamMissing"];

    /// <summary>No team, and the teams; nothing when there are none.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(CancellationToken cancellationToken)
        => await teams.ListAsync(cancellationToken) is { Count: > 0 } all ? [new SelectListItem(words["Link.Anybody"], ""), .. all.Select(team => new SelectListItem(team.Name, team.Id))] : [];

    /// <summary>Whether a choice is one of these; none always is.</summary>
    public static bool Has(IReadOnlyList<SelectListItem> choices, string? chosen) => string.IsNullOrEmpty(chosen) || choices.Any(choice => choice.Value == chosen);
}
