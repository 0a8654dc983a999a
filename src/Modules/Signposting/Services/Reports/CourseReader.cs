using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Answers;
using Portal.Signposting.Domain.FollowUps;
using Portal.Signposting.Domain.Introductions;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Domain.Reports;

namespace Portal.Signposting.Services.Reports;

/// <summary>A course with what is needed to tell of the person; null for a course without a record.</summary>
internal sealed record ReadCourse(PersonCourse Course, SealedPerson? Person);

/// <summary>The sealed sections of which reports tell, each null where nothing stands in it.</summary>
internal sealed record SealedPerson(string Id, string? Who, string? Background, string? Communication, string? Address);

/// <summary>Reads the courses of many people, with a few queries for each thousand. Words stay where they are.</summary>
internal sealed class CourseReader(PortalDbContext db, DateWords dates)
{
    private const int Batch = 1000;

    /// <summary>The first day of which there is anything; null where there is nothing.</summary>
    public async Task<DateOnly?> FirstDayAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset?[] firsts =
        [
            await db.Set<Person>().Where(person => person.MergedIntoId == null).OrderBy(person => person.CreatedAt).Select(person => (DateTimeOffset?)person.CreatedAt).FirstOrDefaultAsync(cancellationToken),
            await db.Set<Referral>().Where(referral => referral.SentAt != null).OrderBy(referral => referral.SentAt).Select(referral => referral.SentAt).FirstOrDefaultAsync(cancellationToken),
            await db.Set<Plan>().OrderBy(plan => plan.CreatedAt).Select(plan => (DateTimeOffset?)plan.CreatedAt).FirstOrDefaultAsync(cancellationToken),
        ];
        return firsts.Min() is { } first ? dates.DateOf(first) : null;
    }

    /// <summary>All courses of the tenant.</summary>
    public async IAsyncEnumerable<ReadCourse> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = ""; ;)
        {
            var ids = await db.Set<Person>().Where(person => person.MergedIntoId == null && string.Compare(person.Id, after) > 0).OrderBy(person => person.Id).Take(Batch).Select(person => person.Id).ToListAsync(cancellationToken);
            foreach (var course in await OfAsync(ids, cancellationToken)) yield return course;
            if (ids.Count < Batch) break;
            after = ids[^1];
        }

        foreach (var course in await WithoutRecordAsync(cancellationToken)) yield return course;
    }

    /// <summary>The courses of some people.</summary>
    public async Task<IReadOnlyList<ReadCourse>> OfAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var people = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id) && person.MergedIntoId == null)
            .Select(person => new { person.Id, person.TeamId, person.CreatedAt, person.WaitingSince, person.ClosedAt, person.ClosedFor, person.Stage, person.SealedWho, person.SealedBackground, person.SealedCommunication, person.SealedAddress })
            .ToListAsync(cancellationToken);
        var entries = (await db.Set<PathwayEntry>().AsNoTracking().Where(entry => ids.Contains(entry.PersonId))
                .Select(entry => new PathwayEntry { Id = entry.Id, PersonId = entry.PersonId, Kind = entry.Kind, On = entry.On, At = entry.At, WorkerId = "", How = entry.How, Result = entry.Result, From = entry.From, To = entry.To, Until = entry.Until, IsWanted = entry.IsWanted, Reason = entry.Reason })
                .ToListAsync(cancellationToken))
            .ToLookup(entry => entry.PersonId, StringComparer.Ordinal);
        var referrals = (await SentAsync(db.Set<Referral>().Where(referral => ids.Contains(referral.PersonId!)), cancellationToken)).ToLookup(referral => referral.PersonId!, referral => referral.Referral, StringComparer.Ordinal);
        var plans = await PlansAsync(db.Set<Plan>().Where(plan => ids.Contains(plan.PersonId!)), cancellationToken);
        return
        [
            .. people.Select(person => new ReadCourse(
                plans[person.Id].Aggregate(
                    new PersonCourse
                    {
                        Team = person.TeamId ?? MonthCounts.NoTeam,
                        BegunOn = dates.DateOf(person.CreatedAt),
                        WaitingSince = dates.DateOf(person.WaitingSince),
                        ClosedOn = person.ClosedAt is { } closed ? dates.DateOf(closed) : null,
                        ClosedFor = person.ClosedFor,
                        Stage = person.Stage,
                        Referrals = [.. referrals[person.Id]],
                        Entries = [.. entries[person.Id]],
                    },
                    With),
                new SealedPerson(person.Id, person.SealedWho, person.SealedBackground, person.SealedCommunication, person.SealedAddress))),
        ];
    }

    /// <summary>Referrals that led to no record, and plans that hang on none.</summary>
    private async Task<IReadOnlyList<ReadCourse>> WithoutRecordAsync(CancellationToken cancellationToken)
    {
        var referrals = await SentAsync(db.Set<Referral>().Where(referral => referral.PersonId == null), cancellationToken);
        var plans = await PlansAsync(db.Set<Plan>().Where(plan => plan.PersonId == null), cancellationToken);
        return [new ReadCourse(new PersonCourse { Referrals = [.. referrals.Select(referral => referral.Referral)] }, null), .. plans[""].Select(plan => new ReadCourse(plan, null))];
    }

    private async Task<List<(string? PersonId, CourseReferral Referral)>> SentAsync(IQueryable<Referral> referrals, CancellationToken cancellationToken)
        => (await referrals.AsNoTracking().Where(referral => referral.SentAt != null).Select(referral => new { referral.PersonId, referral.SentAt, referral.Source, referral.DecidedAt, referral.DeclinedFor }).ToListAsync(cancellationToken))
            .ConvertAll(row => (row.PersonId, new CourseReferral(dates.DateOf(row.SentAt!.Value), row.Source, row.DecidedAt is { } decided ? dates.DateOf(decided) : null, row.DeclinedFor)));

    /// <summary>What came of plans that were not removed, by person; under no name those that hang on none.</summary>
    private async Task<ILookup<string, PersonCourse>> PlansAsync(IQueryable<Plan> of, CancellationToken cancellationToken)
    {
        var found = new List<(string Person, PersonCourse Course)>();
        foreach (var some in (await of.AsNoTracking().Where(plan => plan.RemovedAt == null).Select(plan => new PlanRow(plan.Id, plan.PersonId ?? "", plan.CreatedAt)).ToListAsync(cancellationToken)).Chunk(Batch))
            found.AddRange(await CoursesAsync(some, cancellationToken));
        return found.ToLookup(plan => plan.Person, plan => plan.Course, StringComparer.Ordinal);
    }

    private async Task<IEnumerable<(string Person, PersonCourse Course)>> CoursesAsync(IReadOnlyList<PlanRow> plans, CancellationToken cancellationToken)
    {
        var ids = plans.Select(plan => plan.Id).ToList();
        var steps = (await db.Set<PlanStep>().AsNoTracking().Where(step => step.RemovedAt == null && ids.Contains(step.PlanId)).Select(step => new { step.PlanId, step.Id, step.Kind }).ToListAsync(cancellationToken)).ToLookup(step => step.PlanId, StringComparer.Ordinal);
        var noted = (await db.Set<FollowUp>().AsNoTracking().Where(one => one.TakenBackAt == null && ids.Contains(one.PlanId)).Select(one => new { one.PlanId, one.At, one.Attended, one.DidHelp }).ToListAsync(cancellationToken)).ToLookup(one => one.PlanId, StringComparer.Ordinal);
        var said = (await db.Set<PersonAnswer>().AsNoTracking().Where(answer => answer.TakenBackAt == null && answer.Kind != PersonAnswerKind.Goal && ids.Contains(answer.PlanId)).Select(answer => new { answer.PlanId, answer.At, answer.Kind }).ToListAsync(cancellationToken)).ToLookup(answer => answer.PlanId, StringComparer.Ordinal);
        var asked = (await db.Set<Introduction>().AsNoTracking().Where(one => ids.Contains(one.PlanId)).Select(one => new { one.PlanId, one.SentAt, one.AnsweredAt, one.ClosedAt, one.State }).ToListAsync(cancellationToken)).ToLookup(one => one.PlanId, StringComparer.Ordinal);
        return plans.Select(plan => (plan.Person, new PersonCourse
        {
            Plans = [dates.DateOf(plan.CreatedAt)],
            // A step is numbered when it is added, and the number tells when.
            Steps = [.. steps[plan.Id].Select(step => (dates.DateOf(Ids.TimeOf(step.Id) ?? plan.CreatedAt), step.Kind))],
            FollowUps = [.. noted[plan.Id].Select(one => (dates.DateOf(one.At), one.Attended, one.DidHelp))],
            Answers = [.. said[plan.Id].Select(answer => (dates.DateOf(answer.At), answer.Kind))],
            Introductions = [.. asked[plan.Id].Select(one => new CourseIntroduction(dates.DateOf(one.SentAt), one.AnsweredAt is { } answered ? dates.DateOf(answered) : null, one.ClosedAt is { } closed ? dates.DateOf(closed) : null, one.State))],
        }));
    }

    private static PersonCourse With(PersonCourse course, PersonCourse plan) => course with
    {
        Plans = [.. course.Plans, .. plan.Plans],
        Steps = [.. course.Steps, .. plan.Steps],
        FollowUps = [.. course.FollowUps, .. plan.FollowUps],
        Answers = [.. course.Answers, .. plan.Answers],
        Introductions = [.. course.Introductions, .. plan.Introductions],
    };

    private sealed record PlanRow(string Id, string Person, DateTimeOffset CreatedAt);
}
