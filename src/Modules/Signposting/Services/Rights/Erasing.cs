using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>How much would be erased.</summary>
internal sealed record ErasureSize(int Referrals, int Plans, int Introductions);

/// <summary>Erases a record with everything that hangs on it, in one transaction. What is left are counts that name nobody.</summary>
internal sealed class Erasing(PortalDbContext db, PersonAccess access, RightsAccess rights, IEnumerable<IKeptOnPeople> kinds, Traces traces, PrivateText texts, AuditLog audit, DateWords dates, TimeProvider clock)
{
    /// <summary>Why a record is erased.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["asked", "time", "mistake"];

    /// <summary>A record the reader may erase; null when there is none. The audit trail says that it was looked at.</summary>
    public async Task<Person?> OpenAsync(string id, CancellationToken cancellationToken) => await rights.ErasesAsync() ? await access.OpenAsync(id, cancellationToken) : null;

    /// <summary>What would go.</summary>
    public async Task<ErasureSize> SizeAsync(string id, CancellationToken cancellationToken) => new(
        await db.Set<Referral>().CountAsync(referral => referral.PersonId == id, cancellationToken),
        await db.Set<Plan>().CountAsync(plan => plan.PersonId == id, cancellationToken),
        await Introductions(id).CountAsync(cancellationToken));

    /// <summary>Erases it. False when there is none that the reader may erase.</summary>
    /// <param name="why">Of <see cref="Reasons"/>.</param>
    public async Task<bool> EraseAsync(string id, string why, CancellationToken cancellationToken)
    {
        if (!await rights.ErasesAsync() || await access.FindAsync(id, cancellationToken) is not { } person) return false;
        var remains = await RemainsAsync(person, cancellationToken);
        db.DiscardChanges();

        await traces.OverwriteAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Add(remains);
        audit.Record("person.erased", PersonAccess.AuditSubject, id, after: new { Why = why });
        await traces.LeaveAsync(cancellationToken);
        // First what is saved: from here on every other change of the tenant waits, so that none adds to what is being erased.
        await db.SaveChangesAsync(cancellationToken);
        foreach (var kind in kinds.OrderByDescending(kind => kind.Order)) await kind.EraseAsync(id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private IQueryable<Introduction> Introductions(string id) => db.Set<Introduction>().Where(one => db.Set<Plan>().Any(plan => plan.PersonId == id && plan.Id == one.PlanId));

    private async Task<Remains> RemainsAsync(Person person, CancellationToken cancellationToken)
    {
        var begun = dates.DateOf(person.CreatedAt);
        var referral = await db.Set<Referral>().AsNoTracking().Where(one => one.PersonId == person.Id).OrderBy(one => one.SentAt).FirstOrDefaultAsync(cancellationToken);
        var results = (await Introductions(person.Id).GroupBy(one => one.State).Select(state => new { state.Key, Count = state.Count() }).ToListAsync(cancellationToken)).ToDictionary(state => state.Key, state => state.Count);
        return new Remains
        {
            Id = Ids.Secret(Ids.Length),
            BegunIn = Remains.MonthOf(begun),
            ClosedIn = person.ClosedAt is { } closed ? Remains.MonthOf(dates.DateOf(closed)) : null,
            ErasedIn = Remains.MonthOf(dates.DateOf(clock.GetUtcNow())),
            AgeBand = Remains.BandOf(person.Read<Who>(texts)?.AgeOn(begun)),
            Source = referral?.Source.ToString(),
            Code = referral?.Code,
            DaysWaited = referral is { SentAt: { } sent, DecidedAt: { } decided } ? (int)(decided - sent).TotalDays : null,
            DaysToContact = person.FirstReachedOn is { } reached ? Math.Max(0, reached.DayNumber - dates.DateOf(person.WaitingSince).DayNumber) : null,
            Contacts = await db.Set<PathwayEntry>().CountAsync(entry => entry.PersonId == person.Id && entry.Kind == PathwayEntryKind.Contact && entry.Result == Contact.Reached, cancellationToken),
            Stage = person.Stage,
            ClosedFor = person.ClosedFor,
            Plans = await db.Set<Plan>().CountAsync(plan => plan.PersonId == person.Id, cancellationToken),
            Signposts = await db.Set<PlanStep>().CountAsync(step => step.Kind == StepKind.Listing && db.Set<Plan>().Any(plan => plan.PersonId == person.Id && plan.Id == step.PlanId), cancellationToken),
            Accepted = results.GetValueOrDefault(IntroductionState.Accepted),
            OnWaitingList = results.GetValueOrDefault(IntroductionState.WaitingList),
            Refused = results.GetValueOrDefault(IntroductionState.Cannot),
            Unanswered = results.GetValueOrDefault(IntroductionState.Waiting) + results.GetValueOrDefault(IntroductionState.NoAnswer),
            Helped = await db.Set<FollowUp>().CountAsync(noted => noted.TakenBackAt == null && (noted.DidHelp == Domain.FollowUps.Helped.ALot || noted.DidHelp == Domain.FollowUps.Helped.ALittle) && db.Set<Plan>().Any(plan => plan.PersonId == person.Id && plan.Id == noted.PlanId), cancellationToken),
        };
    }
}
