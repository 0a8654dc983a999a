using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Signposting.Domain;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services;

/// <summary>
/// Lets a worker have the plans they may see: their own, those of people whose record they may see, or with
/// <see cref="SignpostingPermissions.SeeAllPlans"/> everybody's.
/// </summary>
internal sealed class PlanAccess(PortalDbContext db, PersonAccess people, CurrentActor actor, IPermissions permissions, AuditLog audit, TimeProvider clock)
{
    public const string AuditSubject = "plan";
    private const string Viewed = "plan.viewed";
    private static readonly TimeSpan sameViewing = TimeSpan.FromHours(1);

    /// <summary>User id of the worker.</summary>
    public string WorkerId => actor.UserId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether the worker may see the plans of colleagues.</summary>
    public ValueTask<bool> SeesAllAsync() => permissions.HasAsync(actor.User!, SignpostingPermissions.SeeAllPlans);

    /// <summary>The plans the worker may see, removed ones too.</summary>
    public async Task<IQueryable<Plan>> VisibleAsync()
    {
        var (all, me) = (await SeesAllAsync(), WorkerId);
        var visible = await people.VisibleAsync();
        return db.Set<Plan>().Where(plan => all || plan.WorkerId == me || (plan.PersonId != null && visible.Any(person => person.Id == plan.PersonId)));
    }

    /// <summary>A plan to be changed, with steps and links; null when there is none that the worker may see.</summary>
    public async Task<Plan?> FindAsync(string id, CancellationToken cancellationToken, bool removed = false)
        => await (await VisibleAsync())
            .Include(plan => plan.Steps)
            .Include(plan => plan.Goals)
            .Include(plan => plan.Shares)
            .AsSplitQuery()
            .FirstOrDefaultAsync(plan => plan.Id == id && (plan.RemovedAt != null) == removed, cancellationToken);

    /// <summary>A plan to be shown. The audit trail says that it was looked at.</summary>
    public async Task<Plan?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        db.DiscardChanges();
        var plan = await FindAsync(id, cancellationToken);
        if (plan is not null) await RecordViewAsync(plan.Id, cancellationToken);
        return plan;
    }

    /// <summary>Records that the worker looked at a plan, or at the list of everybody's; once an hour is enough.</summary>
    public async Task RecordViewAsync(string subjectId, CancellationToken cancellationToken)
    {
        var (me, since) = (WorkerId, clock.GetUtcNow() - sameViewing);
        var known = await audit.Of(AuditSubject, subjectId)
            .AnyAsync(entry => entry.Actor == me && entry.Action == Viewed && entry.At > since, cancellationToken);
        if (known) return;
        audit.Record(Viewed, AuditSubject, subjectId);
        await db.SaveChangesAsync(cancellationToken);
    }
}
