using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;

namespace Portal.Signposting.Services.Answers;

/// <summary>A plan on which the person said something that the worker has not seen.</summary>
/// <param name="AsksForCall">True when they would like a call.</param>
internal sealed record PlanWithAnswers(string PlanId, string PersonName, int Count, bool AsksForCall, DateOnly Since);

/// <summary>What people said that their workers have not seen.</summary>
internal sealed class NewAnswers(PortalDbContext db, PlanAccess access, PrivateText texts, DateWords dates)
{
    /// <summary>Plans with something new: who asks for a call first, then what waits longest. One query.</summary>
    /// <param name="everybodys">Those of all colleagues, where the worker may see them.</param>
    public async Task<IReadOnlyList<PlanWithAnswers>> ReadAsync(bool everybodys, CancellationToken cancellationToken)
    {
        var me = access.WorkerId;
        var rows = await (await access.VisibleAsync()).AsNoTracking()
            .Where(plan => plan.RemovedAt == null && plan.ClosedAt == null && (everybodys || plan.WorkerId == me))
            .Join(db.Set<PersonAnswer>().Where(answer => answer.SeenAt == null && answer.TakenBackAt == null), plan => plan.Id, answer => answer.PlanId, (plan, answer) => new { plan.Id, plan.SealedName, answer.Kind, answer.At })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Id, StringComparer.Ordinal)
                .Select(plan => new PlanWithAnswers(
                    plan.Key, texts.Open(plan.First().SealedName, plan.Key, nameof(Plan.SealedName)), plan.Count(), plan.Any(row => row.Kind == PersonAnswerKind.CallMe), dates.DateOf(plan.Min(row => row.At))))
                .OrderByDescending(plan => plan.AsksForCall).ThenBy(plan => plan.Since).ThenBy(plan => plan.PlanId, StringComparer.Ordinal),
        ];
    }
}
