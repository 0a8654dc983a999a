using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;

namespace Portal.Signposting.Services.Introductions;

/// <summary>An introduction that a link leads to.</summary>
/// <param name="IsOpen">Whether it can still be answered.</param>
internal sealed record AskedGroup(Introduction Introduction, string WorkerId, GroupContact? Group, bool IsOpen);

/// <summary>Takes the answers of groups: those given by a link without an account, and those a worker was told. What a group says of itself goes to its page.</summary>
internal sealed class IntroductionAnswers(PortalDbContext db, PlanAccess access, IGroupAnswers groups, IntroductionMail mail, PrivateText texts, AuditLog audit, TimeProvider clock)
{
    private const int Attempts = 4;
    private const string Opened = "introduction.opened";
    private static readonly TimeSpan sameReading = TimeSpan.FromHours(1);

    /// <summary>What a code leads to; null when no link ever had it.</summary>
    public async Task<AskedGroup?> FindAsync(string code, CancellationToken cancellationToken)
    {
        var hash = PlanShare.HashOf(code);
        var found = await db.Set<Introduction>().AsNoTracking().Where(introduction => introduction.Links.Any(link => link.CodeHash == hash))
            .Join(db.Set<Plan>(), introduction => introduction.PlanId, plan => plan.Id, (introduction, plan) => new
            {
                Introduction = introduction,
                plan.WorkerId,
                plan.RemovedAt,
                plan.ClosedAt,
                introduction.Links.First(link => link.CodeHash == hash).ExpiresAt,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null) return null;
        var group = await groups.ContactAsync(found.Introduction.ListingId, cancellationToken);
        var isOpen = found is { RemovedAt: null, ClosedAt: null, Introduction.ClosedAt: null } && found.ExpiresAt > clock.GetUtcNow() && group is not null;
        return new AskedGroup(found.Introduction, found.WorkerId, group, isOpen);
    }

    /// <summary>Notes in the audit trail that the letter was opened; once an hour is enough.</summary>
    public async Task RecordOpeningAsync(AskedGroup asked, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - sameReading;
        if (await audit.Of(PlanAccess.AuditSubject, asked.Introduction.PlanId).AnyAsync(entry => entry.Action == Opened && entry.At > since, cancellationToken)) return;
        audit.Record(Opened, PlanAccess.AuditSubject, asked.Introduction.PlanId);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The group answers, or answers otherwise than before.</summary>
    public Task<ChangeResult> AnswerAsync(AskedGroup asked, GroupAnswer answer, CancellationToken cancellationToken)
        => TakeAsync(asked.Introduction.Id, asked.WorkerId, answer, isByWorker: false, cancellationToken);

    /// <summary>A worker writes down what the group said on the phone.</summary>
    public async Task<ChangeResult> RecordAsync(string planId, string id, GroupAnswer answer, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(planId, cancellationToken) is not { } plan) return ChangeResult.NotFound;
        var isOfPlan = await db.Set<Introduction>().AnyAsync(introduction => introduction.Id == id && introduction.PlanId == planId, cancellationToken);
        return isOfPlan ? await TakeAsync(id, plan.WorkerId, answer, isByWorker: true, cancellationToken) : ChangeResult.NotFound;
    }

    private async Task<ChangeResult> TakeAsync(string id, string workerId, GroupAnswer answer, bool isByWorker, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.DiscardChanges();
            if (await db.Set<Introduction>().SingleOrDefaultAsync(introduction => introduction.Id == id, cancellationToken) is not { } introduction) return ChangeResult.NotFound;
            var (before, wasNew) = (introduction.Answer(texts), introduction.IsNew);
            if (!introduction.Take(texts, answer, clock.GetUtcNow(), seen: isByWorker)) return ChangeResult.Unchanged;
            audit.Record(isByWorker ? "introduction.recorded" : "introduction.answered", PlanAccess.AuditSubject, introduction.PlanId);
            if (answer.Reason == CannotReason.NoLongerMeets && before?.Reason != CannotReason.NoLongerMeets) groups.ReportStopped(introduction.ListingId);
            // One e-mail until the worker has looked, however often the answer changes.
            if (!isByWorker && !wasNew) await mail.TellWorkerAsync(workerId, cancellationToken);

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                if (answer.FullUntil != before?.FullUntil) await groups.SayFullAsync(introduction.ListingId, before?.FullUntil, answer.FullUntil, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return ChangeResult.Changed;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Tried again on what somebody else left.
            }
        }
    }
}
