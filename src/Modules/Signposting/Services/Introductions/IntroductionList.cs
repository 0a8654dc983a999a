using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;

namespace Portal.Signposting.Services.Introductions;

/// <summary>An introduction in the list.</summary>
/// <param name="Group">Name of the group, with the language it is in; null when it is no longer on the site.</param>
internal sealed record ListedIntroduction(Introduction Introduction, string PlanId, string PersonName, ListingCard? Group, DateOnly SentOn);

/// <summary>The introductions of a worker's plans that are not closed.</summary>
internal sealed class IntroductionList(PortalDbContext db, PlanAccess access, IListings listings, PrivateText texts, DateWords dates)
{
    private const int Most = 200;

    /// <summary>Those that wait, and those with an answer not seen; what waits longest first. Two queries, and the cards.</summary>
    /// <param name="everybodys">Those of all colleagues, where the worker may see them.</param>
    public async Task<IReadOnlyList<ListedIntroduction>> ReadAsync(bool everybodys, CancellationToken cancellationToken)
    {
        var me = access.WorkerId;
        var rows = await (await access.VisibleAsync()).AsNoTracking()
            .Where(plan => plan.RemovedAt == null && plan.ClosedAt == null && (everybodys || plan.WorkerId == me))
            .Join(db.Set<Introduction>(), plan => plan.Id, introduction => introduction.PlanId, (plan, introduction) => new { plan.Id, plan.SealedName, Introduction = introduction })
            .Where(row => row.Introduction.ClosedAt == null && (row.Introduction.State == IntroductionState.Waiting || row.Introduction.SeenAt == null))
            .OrderBy(row => row.Introduction.SentAt).ThenBy(row => row.Introduction.Id).Take(Most)
            .ToListAsync(cancellationToken);
        var cards = rows.Count == 0 ? new Dictionary<string, ListingCard>(StringComparer.Ordinal) : await listings.CardsAsync([.. rows.Select(row => row.Introduction.ListingId).Distinct(StringComparer.Ordinal)], cancellationToken);
        return
        [
            .. rows.Select(row => new ListedIntroduction(
                row.Introduction, row.Id, texts.Open(row.SealedName, row.Id, nameof(Plan.SealedName)), cards.GetValueOrDefault(row.Introduction.ListingId), dates.DateOf(row.Introduction.SentAt))),
        ];
    }
}
