using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Directory.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;

namespace Portal.Signposting.Services.Introductions;

/// <summary>What a worker wants sent.</summary>
/// <param name="ByPhone">True when the worker rings; nothing is sent.</param>
internal sealed record NewIntroduction(string PlanId, string StepId, string ListingId, IntroductionLetter Letter, bool ByPhone);

/// <summary>Lets a worker introduce the people of their plans to groups, and look after it.</summary>
internal sealed class IntroductionDesk(
    PortalDbContext db, PlanAccess access, IGroupAnswers groups, IUsers users, IntroductionMail mail, PrivateText texts, AuditLog audit, DateWords dates, TimeProvider clock)
{
    /// <summary>Sends it, or notes that the worker rings; <see cref="ChangeResult.Unchanged"/> when one for the same step is open already.</summary>
    public Task<ChangeResult> SendAsync(NewIntroduction start, CancellationToken cancellationToken)
        => db.SaveAgainAsync<ChangeResult>(
            async () =>
            {
                if (await access.FindAsync(start.PlanId, cancellationToken) is not { } plan || plan.StepsInOrder.FirstOrDefault(step => step.Id == start.StepId) is not { Kind: StepKind.Listing } step) return ChangeResult.NotFound;
                if (await groups.ContactAsync(start.ListingId, cancellationToken) is not { } contact || (!start.ByPhone && contact.Emails.Count == 0)) return ChangeResult.NotFound;
                if (await db.Set<Introduction>().AnyAsync(known => known.StepId == step.Id && known.ClosedAt == null, cancellationToken)) return ChangeResult.Unchanged;
                var now = clock.GetUtcNow();
                var introduction = new Introduction
                {
                    Id = Ids.New(clock),
                    PlanId = plan.Id,
                    StepId = step.Id,
                    ListingId = start.ListingId,
                    Language = await mail.LanguageForAsync(contact, cancellationToken),
                    AgreedOn = dates.Today,
                    SentAt = now,
                    ByPhone = start.ByPhone,
                };
                introduction.SetLetter(texts, start.Letter);
                db.Add(introduction);
                if (!start.ByPhone) mail.Ask("introduction", introduction, contact, (await users.FindAsync([plan.WorkerId], cancellationToken)).GetValueOrDefault(plan.WorkerId)?.Name);
                // So that two windows do not send it twice.
                plan.Touch(now);
                audit.Record(start.ByPhone ? "introduction.begun" : "introduction.sent", PlanAccess.AuditSubject, plan.Id);
                return null;
            },
            ChangeResult.Changed,
            cancellationToken);

    /// <summary>The last introduction of each step of a plan, by the step. One query.</summary>
    public async Task<IReadOnlyDictionary<string, Introduction>> OfAsync(string planId, CancellationToken cancellationToken)
        => (await db.Set<Introduction>().AsNoTracking().Where(introduction => introduction.PlanId == planId).OrderBy(introduction => introduction.SentAt).ToListAsync(cancellationToken))
            .GroupBy(introduction => introduction.StepId, StringComparer.Ordinal).ToDictionary(step => step.Key, step => step.Last(), StringComparer.Ordinal);

    /// <summary>The worker has seen the answer.</summary>
    public Task<ChangeResult> SeeAsync(string planId, string id, CancellationToken cancellationToken)
        => ChangeAsync(planId, id, "introduction.seen", introduction => introduction.See(clock.GetUtcNow()), cancellationToken);

    /// <summary>Closes it; its links stop working.</summary>
    public Task<ChangeResult> CloseAsync(string planId, string id, CancellationToken cancellationToken)
        => ChangeAsync(planId, id, "introduction.closed", introduction => introduction.Close(clock.GetUtcNow()), cancellationToken);

    /// <summary>Takes it up again, as long as there is no other for the step.</summary>
    public Task<ChangeResult> ReopenAsync(string planId, string id, CancellationToken cancellationToken)
        => ChangeAsync(planId, id, "introduction.reopened", introduction => introduction.Reopen(), cancellationToken);

    private Task<ChangeResult> ChangeAsync(string planId, string id, string action, Func<Introduction, bool> change, CancellationToken cancellationToken)
        => db.SaveAgainAsync<ChangeResult>(
            async () =>
            {
                if (await access.FindAsync(planId, cancellationToken) is null) return ChangeResult.NotFound;
                if (await db.Set<Introduction>().SingleOrDefaultAsync(known => known.Id == id && known.PlanId == planId, cancellationToken) is not { } introduction) return ChangeResult.NotFound;
                if (introduction.ClosedAt is not null && await db.Set<Introduction>().AnyAsync(known => known.StepId == introduction.StepId && known.ClosedAt == null, cancellationToken)) return ChangeResult.Unchanged;
                if (!change(introduction)) return ChangeResult.Unchanged;
                audit.Record(action, PlanAccess.AuditSubject, planId);
                return null;
            },
            ChangeResult.Changed,
            cancellationToken);
}
