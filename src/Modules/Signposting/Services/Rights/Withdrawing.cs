using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>What stops when a person takes back what they agreed to.</summary>
/// <param name="Links">Links to plans that work now.</param>
/// <param name="Introductions">Introductions that no group has answered.</param>
/// <param name="Letters">Letters to who referred that have not gone yet.</param>
/// <param name="ClosesRecord">Whether the record is put away as finished.</param>
internal sealed record WithdrawalSize(int Links, int Introductions, int Letters, bool ClosesRecord);

/// <summary>Takes consent back, and with it, in the same moment, what depended on it.</summary>
internal sealed class Withdrawing(PortalDbContext db, PersonAccess access, PrivateText texts, AuditLog audit, DateWords dates, TimeProvider clock)
{
    /// <summary>Whether the person took a consent back and has not given it again.</summary>
    public async Task<bool> IsWithdrawnAsync(string personId, string scope, CancellationToken cancellationToken)
        => await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(person => person.Id == personId, cancellationToken) is { } person
            && person.Consents(texts) is var consents && consents.Present(scope) is null && consents.Items.Any(consent => consent.Scope == scope);

    /// <summary>What would stop.</summary>
    public async Task<WithdrawalSize> SizeAsync(Person person, Consent consent, CancellationToken cancellationToken)
    {
        var stops = await StopsAsync(person.Id, consent.Scope, cancellationToken);
        db.DiscardChanges();
        return stops.Size;
    }

    /// <summary>Takes it back.</summary>
    public Task<ChangeResult> WithdrawAsync(string personId, string consentId, CancellationToken cancellationToken)
        => db.SaveAgainAsync<ChangeResult>(
            async () =>
            {
                if (await access.FindAsync(personId, cancellationToken) is not { } person || person.Consents(texts).Items.FirstOrDefault(one => one.Id == consentId) is not { } consent) return ChangeResult.NotFound;
                if (!person.Write(texts, person.Consents(texts).Withdraw(consentId, dates.Today))) return ChangeResult.Unchanged;
                var (now, stops) = (clock.GetUtcNow(), await StopsAsync(personId, consent.Scope, cancellationToken));
                foreach (var plan in stops.Plans)
                {
                    foreach (var share in plan.Shares.Where(share => share.IsOpenOn(dates.Today))) share.End(now);
                    plan.Touch(now);
                    audit.Record("plan.link-stopped", PlanAccess.AuditSubject, plan.Id);
                }

                foreach (var asked in stops.Introductions)
                {
                    asked.Close(now);
                    audit.Record("introduction.closed", PlanAccess.AuditSubject, asked.PlanId);
                }

                db.RemoveRange(stops.Letters);
                if (stops.Size.ClosesRecord && person.Close(ClosingReason.NotWanted, now))
                    db.Add(new PathwayEntry { Id = Ids.New(clock), PersonId = personId, Kind = PathwayEntryKind.Closed, On = dates.Today, At = now, WorkerId = access.WorkerId, Reason = ClosingReason.NotWanted });
                person.Touch(now);
                audit.Record("person.consent-withdrawn", PersonAccess.AuditSubject, personId, after: new { consent.Scope, stops.Size.Links, stops.Size.Introductions, stops.Size.Letters });
                return null;
            },
            ChangeResult.Changed,
            cancellationToken);

    private async Task<Stops> StopsAsync(string personId, string scope, CancellationToken cancellationToken)
    {
        var (everything, today) = (scope == Consent.Record, dates.Today);
        var plans = !everything ? [] : await db.Set<Plan>().Include(plan => plan.Shares)
            .Where(plan => plan.PersonId == personId && plan.RemovedAt == null && plan.Shares.Any(share => share.EndedAt == null && share.LastDay >= today)).ToListAsync(cancellationToken);
        var introductions = !everything && scope != Consent.Groups ? [] : await db.Set<Introduction>()
            .Where(one => one.ClosedAt == null && (one.State == IntroductionState.Waiting || one.State == IntroductionState.NoAnswer) && db.Set<Plan>().Any(plan => plan.PersonId == personId && plan.Id == one.PlanId))
            .ToListAsync(cancellationToken);
        var letters = !everything && scope != Consent.Referrer ? [] : await db.Set<OutboxMessage>()
            .Where(message => message.SentAt == null && message.NextAttemptAt != null && db.Set<Referral>().Any(referral => referral.PersonId == personId && (referral.Id == message.About || message.Text.Contains(referral.Reference))))
            .ToListAsync(cancellationToken);
        return new Stops(plans, introductions, letters, new WithdrawalSize(plans.Sum(plan => plan.Shares.Count(share => share.IsOpenOn(today))), introductions.Count, letters.Count, everything));
    }

    private sealed record Stops(IReadOnlyList<Plan> Plans, IReadOnlyList<Introduction> Introductions, IReadOnlyList<OutboxMessage> Letters, WithdrawalSize Size);
}
