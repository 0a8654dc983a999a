using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Pathway;

/// <summary>One thing that happened, in words.</summary>
/// <param name="Note">The words written down with it; empty for none.</param>
/// <param name="TakenBackOn">The day on which it was taken back, and <paramref name="TakenBackBy"/> by whom; null when it stands.</param>
/// <param name="IsMistake">Whether the worker may take it back.</param>
internal sealed record StoryLine(DateOnly On, string What, string Note, string? WorkerName, DateOnly? TakenBackOn, string? TakenBackBy, bool IsMistake);

/// <summary>Where somebody is on their way.</summary>
/// <param name="NextWorkerName">Who takes the next step.</param>
/// <param name="ToContact">The wait for a first contact: until it was made, or until today.</param>
/// <param name="IsContacted">Whether it was made.</param>
/// <param name="ToPlan">The wait for a first plan, likewise.</param>
/// <param name="HasPlan">Whether one was made.</param>
/// <param name="IsFlagged">Whether the person is on the agenda of the next team meeting, and <paramref name="Flag"/> why.</param>
/// <param name="Belief">What is noted on faith or belief; empty for nothing.</param>
internal sealed record Story(
    PathwayStage Stage, int DaysInStage, NextStep? Next, Due Due, string? NextWorkerName, DateOnly? PausedUntil, Wait ToContact, bool IsContacted, Wait ToPlan, bool HasPlan, bool IsFlagged, string Flag, string Belief, IReadOnlyList<StoryLine> Lines)
{
    public bool IsLong => Stage.ExpectedDays is { } days && DaysInStage > days;
}

/// <summary>Tells how somebody's way went so far.</summary>
internal sealed class PathwayStory(PortalDbContext db, PersonAccess access, TakingBack takingBack, PathwayRules rules, PathwayWords words, PrivateText texts, IUsers users, DateWords dates)
{
    /// <summary>The story of a person the worker may see; null for all others. Whoever shows it has recorded that the record was opened.</summary>
    public async Task<Story?> ReadAsync(string personId, CancellationToken cancellationToken)
    {
        if (await (await access.VisibleAsync()).AsNoTracking().FirstOrDefaultAsync(person => person.Id == personId, cancellationToken) is not { } person) return null;
        var settings = await rules.ReadAsync(cancellationToken);
        var entries = await db.Set<PathwayEntry>().IgnoreQueryFilters().AsNoTracking().Where(entry => entry.PersonId == personId).OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.At).ToListAsync(cancellationToken);
        var planned = await FirstPlanAsync(person, cancellationToken);
        var mistake = await takingBack.FindAsync(personId, cancellationToken);
        var names = await users.FindAsync([.. entries.SelectMany(entry => new[] { entry.WorkerId, entry.TakenBackBy }).Append(person.NextWorkerId).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        var (today, since, pauses, next) = (dates.Today, dates.DateOf(person.WaitingSince), Wait.Pauses(entries), person.Next(texts));
        // The wait of somebody whose care ended went on until then.
        var end = person.ClosedAt is { } closed ? dates.DateOf(closed) : today;
        return new Story(
            settings.Find(person.Stage),
            end.DayNumber - dates.DateOf(person.StageSince).DayNumber,
            next,
            PathwayBoard.DueOf(person.NextOn, person.PausedUntil, today),
            next?.WorkerId is { } worker ? names.GetValueOrDefault(worker)?.Name : null,
            person.IsPausedOn(today) ? person.PausedUntil : null,
            Wait.Between(since, person.FirstReachedOn ?? end, pauses),
            person.FirstReachedOn is not null,
            Wait.Between(since, planned ?? end, pauses),
            planned is not null,
            person.FlaggedAt is not null,
            person.Flag(texts),
            person.Belief(texts),
            [.. entries.Select(Line)]);

        StoryLine Line(PathwayEntry entry) => new(
            entry.On, words.Of(entry, settings), entry.Note(texts), names.GetValueOrDefault(entry.WorkerId)?.Name,
            entry.TakenBackAt is { } back ? dates.DateOf(back) : null, entry.TakenBackBy is { } by ? names.GetValueOrDefault(by)?.Name : null, entry.Id == mistake?.Contact.Id);
    }

    /// <summary>Whether there is a plan in use.</summary>
    public Task<bool> HasPlanAsync(string personId, CancellationToken cancellationToken)
        => db.Set<Plan>().AnyAsync(plan => plan.PersonId == personId && plan.RemovedAt == null && plan.ClosedAt == null, cancellationToken);

    private async Task<DateOnly?> FirstPlanAsync(Person person, CancellationToken cancellationToken)
        => await db.Set<Plan>().Where(plan => plan.PersonId == person.Id && plan.RemovedAt == null && plan.CreatedAt >= person.WaitingSince).OrderBy(plan => plan.CreatedAt)
            .Select(plan => (DateTimeOffset?)plan.CreatedAt).FirstOrDefaultAsync(cancellationToken) is { } first ? dates.DateOf(first) : null;
}
