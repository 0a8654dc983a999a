using Portal.Platform.Data;
using Portal.Signposting.Domain;

namespace Portal.Signposting.Services;

/// <summary>What came of a change.</summary>
internal enum ChangeResult
{
    /// <summary>There is no such plan for this worker.</summary>
    NotFound,

    /// <summary>There was nothing to change.</summary>
    Unchanged,

    /// <summary>It is changed and saved.</summary>
    Changed,
}

/// <summary>A plan to be started.</summary>
/// <param name="Listings">Ids of the groups it begins with, in order.</param>
/// <param name="PersonId">Id of the person's record; null for a plan without one.</param>
internal sealed record NewPlan(string Name, string Language, string Matters, IReadOnlyList<string> Listings, string? PersonId = null);

/// <summary>Starts and changes plans. The audit trail says that something was changed and by whom, never what it says of a person.</summary>
internal sealed class PlanEditor(PortalDbContext db, PlanAccess access, PrivateText texts, AuditLog audit, TimeProvider clock)
{
    /// <summary>Starts a plan and returns its id.</summary>
    public async Task<string> StartAsync(NewPlan start, CancellationToken cancellationToken)
    {
        var plan = new Plan { Id = Ids.New(clock), WorkerId = access.WorkerId, PersonId = start.PersonId, Language = start.Language, CreatedAt = clock.GetUtcNow() };
        plan.SetName(texts, start.Name);
        plan.SetMatters(texts, start.Matters);
        foreach (var listing in start.Listings) plan.AddStep(Ids.New(clock), StepKind.Listing, listing);
        plan.Touch(clock.GetUtcNow());
        db.Add(plan);
        audit.Record("plan.started", PlanAccess.AuditSubject, plan.Id);
        await db.SaveChangesAsync(cancellationToken);
        return plan.Id;
    }

    /// <summary>
    /// Changes a plan. When it was changed by somebody else in the same moment, the change is made again on what they left.
    /// </summary>
    /// <param name="action">What the audit trail calls it.</param>
    /// <param name="change">Makes the change and says whether there was anything to change.</param>
    public Task<ChangeResult> ChangeAsync(string id, string action, Func<Plan, bool> change, CancellationToken cancellationToken)
        => ChangeAsync(id, action, change, removed: false, cancellationToken);

    /// <summary>Removes a plan; it can be put back for some time.</summary>
    public Task<ChangeResult> RemoveAsync(string id, CancellationToken cancellationToken)
        => ChangeAsync(id, "plan.removed", plan => { plan.Remove(clock.GetUtcNow()); return true; }, removed: false, cancellationToken);

    /// <summary>Puts a removed plan back.</summary>
    public Task<ChangeResult> PutBackAsync(string id, CancellationToken cancellationToken)
        => ChangeAsync(id, "plan.put-back", plan => { plan.PutBack(); return true; }, removed: true, cancellationToken);

    private Task<ChangeResult> ChangeAsync(string id, string action, Func<Plan, bool> change, bool removed, CancellationToken cancellationToken)
        => db.SaveAgainAsync<ChangeResult>(
            async () =>
            {
                if (await access.FindAsync(id, cancellationToken, removed) is not { } plan) return ChangeResult.NotFound;
                if (!change(plan)) return ChangeResult.Unchanged;
                plan.Touch(clock.GetUtcNow());
                audit.Record(action, PlanAccess.AuditSubject, plan.Id);
                return null;
            },
            ChangeResult.Changed,
            cancellationToken);
}
