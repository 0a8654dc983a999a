using Microsoft.EntityFrameworkCore;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services.FollowUps;

/// <summary>A plan with something to be looked at again.</summary>
/// <param name="PersonId">Id of the person's record; null for a plan without one.</param>
/// <param name="Since">The earliest day that was set.</param>
/// <param name="WholePlan">Whether the plan itself is to be looked at.</param>
/// <param name="Steps">How many of its steps are to be talked about.</param>
internal sealed record ReviewDue(string PlanId, string? PersonId, string Name, DateOnly Since, bool WholePlan, int Steps);

/// <summary>What a worker agreed to look at again by today.</summary>
internal sealed class ReviewsDue(PlanAccess access, PrivateText texts, DateWords dates)
{
    /// <summary>Plans with a review that is due, the longest overdue first. One query.</summary>
    /// <param name="everybodys">Those of all colleagues, where the worker may see them.</param>
    public async Task<IReadOnlyList<ReviewDue>> ReadAsync(bool everybodys, CancellationToken cancellationToken)
    {
        var (me, today) = (access.WorkerId, dates.Today);
        var rows = await (await access.VisibleAsync()).AsNoTracking()
            .Where(plan => plan.RemovedAt == null && plan.ClosedAt == null && (everybodys || plan.WorkerId == me))
            .Where(plan => plan.ReviewOn <= today || plan.Steps.Any(step => step.RemovedAt == null && step.ReviewOn <= today))
            .Select(plan => new
            {
                plan.Id,
                plan.PersonId,
                plan.SealedName,
                plan.ReviewOn,
                Steps = plan.Steps.Count(step => step.RemovedAt == null && step.ReviewOn <= today),
                First = plan.Steps.Where(step => step.RemovedAt == null && step.ReviewOn <= today).Min(step => step.ReviewOn),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ReviewDue(
                    row.Id,
                    row.PersonId,
                    texts.Open(row.SealedName, row.Id, nameof(Plan.SealedName)),
                    new[] { row.ReviewOn <= today ? row.ReviewOn : null, row.First }.OfType<DateOnly>().Min(),
                    row.ReviewOn <= today,
                    row.Steps))
                .OrderBy(due => due.Since).ThenBy(due => due.PlanId, StringComparer.Ordinal),
        ];
    }
}
