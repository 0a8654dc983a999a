using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Letters;

namespace Portal.Signposting.Jobs;

/// <summary>Reminds people of steps on the day that was set, or the day after when the program stood still. Each is saved by itself, so that a second run finds nothing to do.</summary>
internal sealed class RemindersJob(PortalDbContext db, Reminders reminders, AuditLog audit, DateWords dates, TimeProvider clock, IStringLocalizer<LetterText> texts) : TenantJob
{
    public override string Id => "signposting.reminders";

    public override string TextKey => "Job.Reminders";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 10 * * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var (today, yesterday) = (dates.Today, dates.Today.AddDays(-1));
        var due = await db.Set<PlanStep>().AsNoTracking()
            .Where(step => step.RemovedAt == null && step.RemindedAt == null && step.RemindOn <= today && step.RemindOn >= yesterday)
            .Join(db.Set<Plan>().Where(plan => plan.RemovedAt == null && plan.ClosedAt == null && plan.PersonId != null), step => step.PlanId, plan => plan.Id, (step, plan) => new { step.Id, step.PlanId })
            .ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var row in due) sent += await RemindAsync(row.PlanId, row.Id, cancellationToken) ? 1 : 0;
        return sent == 0 ? null : texts.Count("Reminders.Done", sent).Value;
    }

    private async Task<bool> RemindAsync(string planId, string stepId, CancellationToken cancellationToken)
    {
        db.DiscardChanges();
        var plan = await db.Set<Plan>().Include(plan => plan.Steps).Include(plan => plan.Goals).AsSplitQuery().FirstAsync(plan => plan.Id == planId, cancellationToken);
        if (plan.StepsInOrder.FirstOrDefault(step => step.Id == stepId) is not { RemindedAt: null } step || await reminders.WayToAsync(plan, cancellationToken) is not { } way) return false;
        await reminders.WriteAsync(plan, step, way, cancellationToken);
        step.RemindedAt = clock.GetUtcNow();
        plan.Touch(clock.GetUtcNow());
        audit.Record("plan.reminded", PlanAccess.AuditSubject, plan.Id, after: new { Step = step.Id, Way = way.IsText ? "text" : "email" });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was changed in this moment; the next run looks again.
            return false;
        }
    }
}
