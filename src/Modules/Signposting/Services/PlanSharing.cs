using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;

namespace Portal.Signposting.Services;

/// <summary>A plan as found by a link's code.</summary>
internal sealed record SharedPlan(Plan Plan, PlanShare Share, bool IsOpen);

/// <summary>Links to plans: makes them, lets them work longer, stops them, finds the plan behind one.</summary>
internal sealed class PlanSharing(PortalDbContext db, PlanEditor editor, PrivateText texts, DateWords dates, TimeProvider clock)
{
    private const int MostOpenings = 100;
    private static readonly TimeSpan sameReading = TimeSpan.FromHours(1);

    /// <summary>Makes a link and returns its code, which is kept nowhere; null when there is no such plan, or nothing in it to share.</summary>
    /// <param name="days">One of <see cref="PlanShare.Lifetimes"/>.</param>
    /// <param name="word">Word that is asked for before the plan is shown; empty for none.</param>
    public async Task<string?> ShareAsync(string planId, int days, string word, CancellationToken cancellationToken)
    {
        if (!PlanShare.Lifetimes.Contains(days)) throw new ArgumentOutOfRangeException(nameof(days));
        var code = Ids.Secret(PlanShare.CodeLength);
        var result = await editor.ChangeAsync(planId, "plan.shared", plan => Add(plan, code, days, word), cancellationToken);
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
            .Include(plan => plan.Goals)
            .Include(plan => plan.Shares.Where(share => share.CodeHash == hash))
            .AsSplitQuery()
            .FirstOrDefaultAsync(plan => plan.Shares.Any(share => share.CodeHash == hash), cancellationToken);
        if (plan is null) return null;
        var share = plan.Shares.Single();
        return new SharedPlan(plan, share, plan.RemovedAt is null && share.IsOpenOn(dates.Today));
    }

    /// <summary>Counts that the person, or somebody they gave the link to, opened the plan.</summary>
    public async Task CountOpeningAsync(PlanShare opened, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Set<PlanShare>().Where(share => share.Id == opened.Id).ExecuteUpdateAsync(
            change => change.SetProperty(share => share.Openings, share => share.Openings + 1).SetProperty(share => share.LastOpenedAt, now),
            cancellationToken);
        // Once an hour is enough to know when it was read, and reading again and again fills nothing.
        if (opened.LastOpenedAt > now - sameReading) return;
        db.Add(new PlanOpening { Id = Ids.New(clock), ShareId = opened.Id, At = now });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>When the links of a plan were opened, the newest first, by the link.</summary>
    public async Task<ILookup<string, DateTimeOffset>> OpeningsAsync(string planId, CancellationToken cancellationToken)
        => (await db.Set<PlanOpening>().AsNoTracking().Where(opening => db.Set<PlanShare>().Any(share => share.Id == opening.ShareId && share.PlanId == planId))
            .OrderByDescending(opening => opening.At).Take(MostOpenings).Select(opening => new { opening.ShareId, opening.At }).ToListAsync(cancellationToken))
            .ToLookup(opening => opening.ShareId, opening => opening.At, StringComparer.Ordinal);

    private bool Add(Plan plan, string code, int days, string word)
    {
        if (!plan.StepsInOrder.Any() || plan.ClosedAt is not null) return false;
        var made = new PlanShare
        {
            Id = Ids.New(clock),
            PlanId = plan.Id,
            CodeHash = PlanShare.HashOf(code),
            CreatedAt = clock.GetUtcNow(),
            LastDay = dates.Today.AddDays(days),
        };
        made.SetWord(texts, word);
        plan.Shares.Add(made);
        return true;
    }
}
