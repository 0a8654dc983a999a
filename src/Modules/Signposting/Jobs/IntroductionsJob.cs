using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Jobs;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Resources;
using Portal.Signposting.Services;
using Portal.Signposting.Services.Introductions;

namespace Portal.Signposting.Jobs;

/// <summary>Asks groups that have not answered once more, and tells workers of those that do not answer. Each group is saved by itself, so that a second run finds nothing to do.</summary>
internal sealed class IntroductionsJob(
    PortalDbContext db, IntroductionRules rules, IGroupAnswers groups, IUsers users, IntroductionMail mail, AuditLog audit, DateWords dates, TimeProvider clock, IStringLocalizer<IntroductionText> texts) : TenantJob
{
    public override string Id => "signposting.introductions";

    public override string TextKey => "Job.Introductions";

    public override Type Resources => typeof(SignpostingText);

    public override string Schedule => "0 30 9 * * ?";

    public override async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var settings = await rules.ReadAsync(cancellationToken);
        var waiting = await db.Set<Introduction>().AsNoTracking()
            .Where(introduction => introduction.State == IntroductionState.Waiting && introduction.ClosedAt == null)
            .Join(db.Set<Plan>().Where(plan => plan.RemovedAt == null && plan.ClosedAt == null), introduction => introduction.PlanId, plan => plan.Id, (introduction, plan) => new { introduction.Id, introduction.SentAt, introduction.NudgedAt, plan.WorkerId })
            .OrderBy(row => row.SentAt).ToListAsync(cancellationToken);
        var (again, silent) = (0, 0);
        foreach (var row in waiting)
        {
            var days = dates.Today.DayNumber - dates.DateOf(row.SentAt).DayNumber;
            if (days >= settings.NoAnswerAfterDays) silent += await ChangeAsync(row.Id, "introduction.no-answer", introduction => Task.FromResult(introduction.GiveUp()), cancellationToken);
            else if (days >= settings.NudgeAfterDays && row.NudgedAt is null) again += await ChangeAsync(row.Id, "introduction.asked-again", introduction => AskAgainAsync(introduction, row.WorkerId, cancellationToken), cancellationToken);
        }

        await ForgetLinksAsync(cancellationToken);
        return again + silent == 0 ? null : texts["Job.Done", again, silent].Value;
    }

    private async Task<bool> AskAgainAsync(Introduction introduction, string workerId, CancellationToken cancellationToken)
    {
        if (await groups.ContactAsync(introduction.ListingId, cancellationToken) is not { Emails.Count: > 0 } contact || !introduction.Nudge(clock.GetUtcNow())) return false;
        mail.Ask("introduction-again", introduction, contact, (await users.FindAsync([workerId], cancellationToken)).GetValueOrDefault(workerId)?.Name);
        return true;
    }

    private async Task<int> ChangeAsync(string id, string action, Func<Introduction, Task<bool>> change, CancellationToken cancellationToken)
    {
        db.DiscardChanges();
        if (await db.Set<Introduction>().SingleOrDefaultAsync(introduction => introduction.Id == id, cancellationToken) is not { } introduction || !await change(introduction)) return 0;
        audit.Record(action, PlanAccess.AuditSubject, introduction.PlanId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            // It was answered in this moment.
            return 0;
        }
    }

    private Task ForgetLinksAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-1);
        return db.Set<IntroductionLink>().Where(link => link.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
