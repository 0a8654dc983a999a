using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Pathway;

/// <summary>Which people a board shows.</summary>
/// <param name="WorkerId">Those of one worker, in place of <paramref name="Of"/>.</param>
/// <param name="Stage">Key of a stage; null for all.</param>
/// <param name="Due">Those whose step is due then; null for all.</param>
internal sealed record BoardQuery(PeopleOf Of, string? WorkerId, string? Stage, Due? Due, int Page);

/// <summary>A person on the board.</summary>
/// <param name="WorkerName">Who looks after them; null where that is the reader, or nobody.</param>
/// <param name="NextWorkerName">Who takes the next step, where that is somebody else.</param>
/// <param name="PlanId">The plan in use; null when there is none.</param>
internal sealed record BoardPerson(
    string Id, string Name, Reach? Reach, Communication? Communication, bool HasRisks, PathwayStage Stage, int DaysInStage, NextStep? Next, Due Due, DateOnly? PausedUntil, string? WorkerName, string? NextWorkerName,
    string? PlanId)
{
    /// <summary>True when they are longer in the stage than is meant.</summary>
    public bool IsLong => Stage.ExpectedDays is { } days && DaysInStage > days;
}

/// <summary>One page of the board, and how many people there are of each kind on all of them.</summary>
internal sealed record BoardPage(Page<BoardPerson> People, IReadOnlyDictionary<Due, int> Counts);

/// <summary>
/// The people a worker has to think of, by what is to be done next. The database counts and puts in order from an index without a sealed value in it; only
/// the names of the people shown are opened.
/// </summary>
internal sealed class PathwayBoard(PortalDbContext db, PersonAccess access, PathwayRules rules, PrivateText texts, IUsers users, DateWords dates)
{
    public const int PageSize = 50;
    private const int WeekDays = 7;

    public async Task<BoardPage> ReadAsync(BoardQuery query, CancellationToken cancellationToken)
    {
        var settings = await rules.ReadAsync(cancellationToken);
        var people = Narrow(await OfAsync(query), query, settings);
        var due = DueOn(dates.Today);
        var counts = await people.GroupBy(due).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancellationToken);
        var total = query.Due is { } only ? counts.GetValueOrDefault(only) : counts.Values.Sum();
        var number = Math.Clamp(query.Page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        if (query.Due is { } wanted) people = people.Where(IsDue(wanted, dates.Today));
        var ids = total == 0 ? [] : await people.OrderBy(due).ThenBy(person => person.NextOn).ThenBy(person => person.Id).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(person => person.Id).ToListAsync(cancellationToken);
        return new BoardPage(new Page<BoardPerson>(await ItemsAsync(ids, settings, cancellationToken), number, PageSize, total), counts);
    }

    /// <summary>Those who were taken on and have no worker yet, who waits longest first.</summary>
    public async Task<Page<WaitingPerson>> WaitingAsync(int most, CancellationToken cancellationToken)
    {
        var settings = await rules.ReadAsync(cancellationToken);
        var waiting = (await access.InCareAsync()).AsNoTracking().Where(person => person.WorkerId == null);
        var rows = await waiting.OrderBy(person => person.WaitingSince).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.SealedWho, person.SealedCommunication, person.WaitingSince, person.Stage, person.TeamId })
            .ToPageAsync(1, most, cancellationToken);
        return new Page<WaitingPerson>(
            [
                .. rows.Items.Select(row => new WaitingPerson(
                    row.Id, Open<Who>(row.SealedWho, row.Id)!.FullName, Open<Communication>(row.SealedCommunication, row.Id), dates.Today.DayNumber - dates.DateOf(row.WaitingSince).DayNumber, settings.Find(row.Stage), row.TeamId)),
            ],
            1,
            most,
            rows.Total);
    }

    /// <summary>When the next step of somebody is due, seen from today.</summary>
    public static Due DueOf(DateOnly? nextOn, DateOnly? pausedUntil, DateOnly today)
    {
        if (pausedUntil > today) return Due.Paused;
        if (nextOn is not { } on) return Due.Missing;
        if (on < today) return Due.Late;
        if (on == today) return Due.Today;
        return on <= today.AddDays(WeekDays) ? Due.Week : Due.Later;
    }

    /// <summary>The same for the database.</summary>
    private static Expression<Func<Person, Due>> DueOn(DateOnly today)
    {
        var week = today.AddDays(WeekDays);
        return person => person.PausedUntil != null && person.PausedUntil > today ? Due.Paused
            : person.NextOn == null ? Due.Missing
            : person.NextOn < today ? Due.Late
            : person.NextOn == today ? Due.Today
            : person.NextOn <= week ? Due.Week
            : Due.Later;
    }

    private static Expression<Func<Person, bool>> IsDue(Due due, DateOnly today)
    {
        var expression = DueOn(today);
        return Expression.Lambda<Func<Person, bool>>(Expression.Equal(expression.Body, Expression.Constant(due)), expression.Parameters);
    }

    private async Task<IQueryable<Person>> OfAsync(BoardQuery query)
    {
        var me = access.WorkerId;
        var people = (await access.InCareAsync()).AsNoTracking();
        if (query.WorkerId is { } worker) return people.Where(person => person.WorkerId == worker || person.NextWorkerId == worker);
        if (query.Of == PeopleOf.Me) return people.Where(person => person.WorkerId == me || person.NextWorkerId == me);
        if (query.Of != PeopleOf.Team) return people;
        var teams = await access.MyTeamsAsync();
        return people.Where(person => teams.Contains(person.TeamId!));
    }

    private static IQueryable<Person> Narrow(IQueryable<Person> people, BoardQuery query, PathwaySettings settings)
    {
        if (query.Stage is not { } stage) return people;
        return stage == settings.First.Key ? people.Where(person => person.Stage == stage || person.Stage == "") : people.Where(person => person.Stage == stage);
    }

    private async Task<List<BoardPerson>> ItemsAsync(List<string> ids, PathwaySettings settings, CancellationToken cancellationToken)
    {
        if (ids.Count == 0) return [];
        var rows = await db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                person.SealedWho,
                person.SealedReach,
                person.SealedCommunication,
                person.SealedRisks,
                person.WorkerId,
                person.Stage,
                person.StageSince,
                person.NextKind,
                person.NextOn,
                person.NextWorkerId,
                person.SealedNextNote,
                person.PausedUntil,
            })
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
        var plans = (await db.Set<Plan>().AsNoTracking().Where(plan => ids.Contains(plan.PersonId!) && plan.RemovedAt == null && plan.ClosedAt == null)
            .Select(plan => new { plan.Id, plan.PersonId, plan.ChangedAt }).ToListAsync(cancellationToken))
            .GroupBy(plan => plan.PersonId!, StringComparer.Ordinal).ToDictionary(plans => plans.Key, plans => plans.MaxBy(plan => plan.ChangedAt)!.Id, StringComparer.Ordinal);
        var workers = await users.FindAsync([.. rows.Values.SelectMany(row => new[] { row.WorkerId, row.NextWorkerId }).OfType<string>().Distinct(StringComparer.Ordinal)], cancellationToken);
        var (me, today) = (access.WorkerId, dates.Today);
        return
        [
            .. ids.Where(rows.ContainsKey).Select(id =>
            {
                var row = rows[id];
                var note = row.SealedNextNote is null ? "" : texts.Open(row.SealedNextNote, id, nameof(Person.SealedNextNote));
                return new BoardPerson(
                    id,
                    Open<Who>(row.SealedWho, id)!.FullName,
                    Open<Reach>(row.SealedReach, id),
                    Open<Communication>(row.SealedCommunication, id),
                    Open<Risks>(row.SealedRisks, id)?.Present.Any() == true,
                    settings.Find(row.Stage),
                    today.DayNumber - dates.DateOf(row.StageSince).DayNumber,
                    row.NextOn is { } on ? new NextStep(row.NextKind!, on, row.NextWorkerId, note) : null,
                    DueOf(row.NextOn, row.PausedUntil, today),
                    row.PausedUntil > today ? row.PausedUntil : null,
                    row.WorkerId is { } worker && worker != me ? workers.GetValueOrDefault(worker)?.Name : null,
                    row.NextWorkerId is { } next && next != row.WorkerId ? workers.GetValueOrDefault(next)?.Name : null,
                    plans.GetValueOrDefault(id));
            }),
        ];
    }

    private T? Open<T>(string? sealedText, string id)
        where T : class, IPersonSection<T>, new()
        => sealedText is null ? null : SectionJson.Read<T>(texts.Open(sealedText, id, "Sealed" + T.Section));
}

/// <summary>Somebody who was taken on and has no worker yet.</summary>
internal sealed record WaitingPerson(string Id, string Name, Communication? Communication, int DaysWaiting, PathwayStage Stage, string? TeamId);
