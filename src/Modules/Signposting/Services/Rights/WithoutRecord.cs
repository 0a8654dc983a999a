using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Services.Referrals;
using Portal.Signposting.Services.Rights.Kept;

namespace Portal.Signposting.Services.Rights;

/// <summary>What is kept on people who have no record.</summary>
internal enum LooseKind
{
    /// <summary>A plan made without a record.</summary>
    Plan,

    /// <summary>A referral that was declined.</summary>
    Referral,
}

/// <summary>Such a thing, to be looked at.</summary>
/// <param name="Name">Of the person, as it says.</param>
/// <param name="Confirm">What has to be typed before it is erased.</param>
/// <param name="LastOn">The day it was finished, or last changed.</param>
/// <param name="KeepReason">Why it is kept until <paramref name="KeptUntil"/>.</param>
internal sealed record Loose(LooseKind Kind, string Id, string Name, string Confirm, DateOnly LastOn, DateOnly? KeptUntil, string? KeepReason);

/// <summary>
/// Plans and declined referrals that belong to no record. When their time is over they are looked at like records: somebody keeps each
/// until a day or erases it. Those that the reader may not see are on nobody else's list.
/// </summary>
internal sealed class WithoutRecord(
    PortalDbContext db, RecordRetention retention, RightsAccess rights, PlanAccess plans, ReferralAccess referrals, PlansKept plansKept, ReferralsKept referralsKept, Traces traces, PrivateText texts, AuditLog audit, DateWords dates, TimeProvider clock)
{
    /// <summary>So many of each kind are shown at once; the others follow when these are decided.</summary>
    private const int MostShown = 50;

    /// <summary>How many of the tenant are due.</summary>
    public async Task<int> CountDueAsync(CancellationToken cancellationToken)
    {
        var before = await BeforeAsync(cancellationToken);
        return await Due(db.Set<Plan>(), before).CountAsync(cancellationToken) + await Due(db.Set<Referral>(), before).CountAsync(cancellationToken);
    }

    /// <summary>Those due that the reader may see, plans first, those finished longest ago first.</summary>
    public async Task<IReadOnlyList<Loose>> ListAsync(CancellationToken cancellationToken)
    {
        var before = await BeforeAsync(cancellationToken);
        var duePlans = await Due(await plans.VisibleAsync(), before).AsNoTracking().OrderBy(plan => plan.ClosedAt ?? plan.ChangedAt).Take(MostShown).ToListAsync(cancellationToken);
        var dueReferrals = await Due(await referrals.VisibleAsync(), before).AsNoTracking().OrderBy(referral => referral.DecidedAt).Take(MostShown).ToListAsync(cancellationToken);
        if (duePlans.Count > 0) await plans.RecordViewAsync("due", cancellationToken);
        if (dueReferrals.Count > 0) await referrals.RecordViewAsync("due", cancellationToken);
        return [.. duePlans.Select(Of), .. dueReferrals.Select(Of)];
    }

    /// <summary>One to be shown; null when there is none that the reader may erase. The audit trail says that it was looked at.</summary>
    public async Task<Loose?> OpenAsync(LooseKind kind, string id, CancellationToken cancellationToken)
    {
        if (!await rights.ErasesAsync()) return null;
        return kind == LooseKind.Plan
            ? await plans.OpenAsync(id, cancellationToken) is { PersonId: null } plan ? Of(plan) : null
            : await referrals.OpenAsync(id, cancellationToken) is { PersonId: null, Stage: ReferralStage.Declined } referral ? Of(referral) : null;
    }

    /// <summary>Keeps one until a day, for a reason.</summary>
    public Task<ChangeResult> KeepAsync(LooseKind kind, string id, DateOnly until, string reason, CancellationToken cancellationToken)
        => db.SaveAgainAsync<ChangeResult>(
            async () =>
            {
                if (await OpenAsync(kind, id, cancellationToken) is null) return ChangeResult.NotFound;
                IKept kept = kind == LooseKind.Plan
                    ? await db.Set<Plan>().SingleAsync(plan => plan.Id == id, cancellationToken)
                    : await db.Set<Referral>().SingleAsync(referral => referral.Id == id, cancellationToken);
                kept.Keep(texts, until, reason);
                audit.Record($"{Subject(kind)}.kept", Subject(kind), id, after: new { Until = until });
                return null;
            },
            ChangeResult.Changed,
            cancellationToken);

    /// <summary>Erases one for good. False when there is none that the reader may erase.</summary>
    public async Task<bool> EraseAsync(LooseKind kind, string id, string why, CancellationToken cancellationToken)
    {
        if (await OpenAsync(kind, id, cancellationToken) is null) return false;
        db.DiscardChanges();
        await traces.OverwriteAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        audit.Record($"{Subject(kind)}.erased", Subject(kind), id, after: new { Why = why });
        await traces.LeaveAsync(cancellationToken);
        // As with records: from here on every other change of the tenant waits.
        await db.SaveChangesAsync(cancellationToken);
        if (kind == LooseKind.Plan) await plansKept.EraseAsync(db.Set<Plan>().Where(plan => plan.Id == id && plan.PersonId == null), cancellationToken);
        else await referralsKept.EraseAsync(db.Set<Referral>().Where(referral => referral.Id == id && referral.PersonId == null), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static string Subject(LooseKind kind) => kind == LooseKind.Plan ? PlanAccess.AuditSubject : ReferralForms.AuditSubject;

    private async Task<DateTimeOffset> BeforeAsync(CancellationToken cancellationToken) => clock.GetUtcNow().AddYears(-(await retention.RuleAsync(cancellationToken)).Years);

    /// <summary>A plan that nobody closed is due when nobody has changed it for as long.</summary>
    private IQueryable<Plan> Due(IQueryable<Plan> all, DateTimeOffset before)
    {
        var today = dates.Today;
        return all.Where(plan => plan.PersonId == null && plan.RemovedAt == null && (plan.ClosedAt ?? plan.ChangedAt) < before && (plan.KeepUntil == null || plan.KeepUntil < today));
    }

    private IQueryable<Referral> Due(IQueryable<Referral> all, DateTimeOffset before)
    {
        var today = dates.Today;
        return all.Where(referral => referral.PersonId == null && referral.Stage == ReferralStage.Declined && referral.DecidedAt < before && (referral.KeepUntil == null || referral.KeepUntil < today));
    }

    private Loose Of(Plan plan)
        => new(LooseKind.Plan, plan.Id, plan.Name(texts), plan.Name(texts), dates.DateOf(plan.ClosedAt ?? plan.ChangedAt), plan.KeepUntil, plan.KeepReason(texts));

    private Loose Of(Referral referral)
    {
        var who = referral.Content(texts).Who ?? new();
        return new(LooseKind.Referral, referral.Id, who.FullName, who.FamilyName ?? who.FullName, dates.DateOf(referral.DecidedAt!.Value), referral.KeepUntil, referral.KeepReason(texts));
    }
}
