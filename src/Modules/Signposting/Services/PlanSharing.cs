using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services;

/// <summary>A plan as found by a link's code.</summary>
internal sealed record SharedPlan(Plan Plan, PlanShare Share, bool IsOpen);

/// <summary>Links to plans: makes them, lets them work longer, stops them, finds the plan behind one.</summary>
internal sealed class PlanSharing(PortalDbContext db, PlanEditor editor, DateWords dates, TimeProvider clock)
{
    /// <summary>Makes a link and returns its code, which is kept nowhere; null when there is no such plan, or nothing in it to share.</summary>
    /// <param name="days">One of <see cref="PlanShare.Lifetimes"/>.</param>
    public async Task<string?> ShareAsync(string planId, int days, CancellationToken cancellationToken)
    {
        if (!PlanShare.Lifetimes.Contains(days)) throw new ArgumentOutOfRangeException(nameof(days));
        var code = Ids.Secret(PlanShare.CodeLength);
        var result = await editor.ChangeAsync(planId, "plan.shared", plan => Add(plan, code, days), cancellationToken);
        return result == ChangeResult.Changed ? code : null;
    }

    /// <summary>Lets a link work for some days from today, also when it had run out.</summary>
    public Task<ChangeResult> ExtendAsync(string planId, string shareId, CancellationToken cancellationToken)
        => editor.ChangeAsync(planId, "plan.link-extended", plan => plan.Shares.Find(share => share.Id == shareId)?.Extend(dates.Today, PlanShare.UsualLifetime) ?? false, cancellationToken);

    /// <summary>Stops a link for good.</summary>
    public Task<ChangeResult> EndAsync(string planId, string shareId, CancellationToken cancellationToken)
        => editor.ChangeAsync(
            planId,
            "plan.link-stopped",
            plan =>
            {
                if (plan.Shares.Find(share => share.Id == shareId) is not { EndedAt: null } share) return false;
                share.End(clock.GetUtcNow());
                return true;
            },
            cancellationToken);

    /// <summary>The plan behind a code, whether or not it may still be read; null when no link ever had that code.</summary>
    public async Task<SharedPlan?> FindAsync(string code, CancellationToken cancellationToken)
    {
        var hash = PlanShare.HashOf(code);
        var plan = await db.Set<Plan>().AsNoTracking()
            .Include(plan => plan.Steps)
            .Include(plan => plan.Shares.Where(share => share.CodeHash == hash))
            .AsSplitQuery()
            .FirstOrDefaultAsync(plan => plan.Shares.Any(share => share.CodeHash == hash), cancellationToken);
        if (plan is null) return null;
        var share = plan.Shares.Single();
        return new SharedPlan(plan, share, plan.RemovedAt is null && share.IsOpenOn(dates.Today));
    }

    /// <summary>Counts that the person, or somebody they gave the link to, opened the plan.</summary>
    public Task CountOpeningAsync(string shareId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Set<PlanShare>().Where(share => share.Id == shareId).ExecuteUpdateAsync(
            change => change.SetProperty(share => share.Openings, share => share.Openings + 1).SetProperty(share => share.LastOpenedAt, now),
            cancellationToken);
    }

    private bool Add(Plan plan, string code, int days)
    {
        if (!plan.StepsInOrder.Any() || plan.ClosedAt is not null) return false;
        plan.Shares.Add(new PlanShare
        {
            Id = Ids.New(clock),
            PlanId = plan.Id,
            CodeHash = PlanShare.HashOf(code),
            CreatedAt = clock.GetUtcNow(),
            LastDay = dates.Today.AddDays(days),
        });
        return true;
    }
}
