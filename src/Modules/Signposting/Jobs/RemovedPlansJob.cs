using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Jobs;

/// <summary>Clears away what was removed and not put back in time.</summary>
internal sealed class RemovedPlansJob(PortalDbContext db, TimeProvider clock) : TenantJob
{
    /// <summary>For how many days a removed plan can be put back.</summary>
    public const int DaysForPlans = 7;

    /// <summary>For how many days a step or a goal that was taken out can be put back.</summary>
    public const int DaysForSteps = 1;

    public override string Id => "signposting.clear-removed";

    public override string TextKey => "Job.ClearRemoved";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 30 3 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var plans = await db.Set<Plan>().Where(plan => plan.RemovedAt < now.AddDays(-DaysForPlans)).ExecuteDeleteAsync(cancellationToken);
        var steps = await db.Set<PlanStep>().Where(step => step.RemovedAt < now.AddDays(-DaysForSteps)).ExecuteDeleteAsync(cancellationToken);
        var goals = await db.Set<PlanGoal>().Where(goal => goal.RemovedAt < now.AddDays(-DaysForSteps)).ExecuteDeleteAsync(cancellationToken);
        return plans + steps + goals == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{plans} plans, {steps} steps, {goals} goals");
    }
}
