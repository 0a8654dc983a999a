using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Security;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Pathway;

/// <summary>What came of a change on somebody's way.</summary>
internal enum PathwayResult
{
    /// <summary>There is no such person for this worker, or no longer somebody who is helped.</summary>
    NotFound,

    /// <summary>Something else happened on the way since it was shown.</summary>
    ChangedMeanwhile,

    /// <summary>It is as wished.</summary>
    Saved,
}

/// <summary>A move into another stage.</summary>
internal sealed record StageMove(string To, string Why);

/// <summary>A break.</summary>
/// <param name="Until">First day after it.</param>
/// <param name="IsWanted">Whether the person asked for it.</param>
internal sealed record Break(DateOnly Until, bool IsWanted, string Why);

/// <summary>
/// Writes down what happens on people's ways. Each change says what was seen (<see cref="Person.PathChanges"/>), so that two workers
/// do not undo each other's next step; the audit trail has codes and dates, never words.
/// </summary>
internal sealed class PathwayDesk(
    PortalDbContext db, PersonAccess access, PathwayRules rules, PrivateText texts, CurrentActor actor, AuditLog audit, DateWords dates, TimeProvider clock)
{
    /// <summary>Notes a contact, what is next, and whether the team is to talk about the person.</summary>
    /// <param name="flag">Why the person comes on the agenda of the next meeting, which may be empty; null when they do not.</param>
    public Task<PathwayResult> LogContactAsync(string id, int seen, Contact contact, NextStep next, string? flag, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            seen,
            "path.contact",
            person =>
            {
                var before = person.Next(texts);
                person.Log(contact);
                person.SetNext(texts, next);
                var entry = Entry(person, PathwayEntryKind.Contact, contact.Note, contact.On, how: contact.How, result: contact.Result).Remember(texts, before, person.PathChanges);
                if (flag is not null) person.AddToFlag(texts, flag, actor.Id, entry.At);
                return entry;
            },
            new { contact.How, contact.Result, Next = next.Kind, next.On, Flagged = flag is not null },
            cancellationToken);

    /// <summary>Moves somebody into another stage, and says what is next.</summary>
    public Task<PathwayResult> MoveAsync(string id, int seen, StageMove move, NextStep next, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            seen,
            "path.moved",
            person =>
            {
                var from = person.Stage;
                person.SetNext(texts, next);
                return person.MoveTo(move.To, clock.GetUtcNow()) ? Entry(person, PathwayEntryKind.Moved, move.Why, from: from, to: move.To) : null;
            },
            new { move.To, Next = next.Kind, next.On },
            cancellationToken);

    /// <summary>Says what is next.</summary>
    public Task<PathwayResult> SetNextAsync(string id, int seen, NextStep next, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            seen,
            "path.next",
            person =>
            {
                person.SetNext(texts, next);
                return null;
            },
            new { Next = next.Kind, next.On, Worker = next.WorkerId },
            cancellationToken);

    /// <summary>Begins a break. On the day after it somebody gets in touch.</summary>
    public Task<PathwayResult> PauseAsync(string id, int seen, Break rest, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            seen,
            "path.paused",
            person =>
            {
                if (!person.Pause(rest.Until)) return null;
                person.SetNext(texts, new NextStep(NextStep.Contact, rest.Until, person.NextWorkerId ?? person.WorkerId, ""));
                return Entry(person, PathwayEntryKind.Paused, rest.Why, until: rest.Until, isWanted: rest.IsWanted);
            },
            new { rest.Until, rest.IsWanted },
            cancellationToken);

    /// <summary>Ends a break before its day; somebody gets in touch today.</summary>
    public Task<PathwayResult> ResumeAsync(string id, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            null,
            "path.resumed",
            person =>
            {
                if (!person.Resume(dates.Today)) return null;
                person.SetNext(texts, new NextStep(NextStep.Contact, dates.Today, person.NextWorkerId ?? person.WorkerId, ""));
                return Entry(person, PathwayEntryKind.Resumed, "");
            },
            null,
            cancellationToken);

    /// <summary>Gives somebody who waits to a worker. What was next becomes theirs; where nothing was, it is a first contact.</summary>
    public async Task<PathwayResult> AllocateAsync(string id, string workerId, CancellationToken cancellationToken)
    {
        var (rule, wasFree) = (await rules.NextAsync(cancellationToken), true);
        var result = await ChangeAsync(
            id,
            null,
            "person.allocated",
            person =>
            {
                wasFree = person.WorkerId is null;
                if (!wasFree) return null;
                person.Allocate(person.TeamId, workerId);
                if (person.NextOn is null)
                {
                    var (kind, on) = rule.OnTakingOn(dates.DateOf(person.WaitingSince));
                    person.SetNext(texts, new NextStep(kind, on, workerId, ""));
                }

                return null;
            },
            new { Worker = workerId },
            cancellationToken,
            isSame: () => !wasFree);
        return result == PathwayResult.Saved && !wasFree ? PathwayResult.ChangedMeanwhile : result;
    }

    /// <summary>Puts a record away as finished.</summary>
    public Task<PathwayResult> CloseAsync(string id, string reason, string note, CancellationToken cancellationToken)
        => ChangeAsync(
            id,
            null,
            "person.closed",
            person => person.Close(reason, clock.GetUtcNow()) ? Entry(person, PathwayEntryKind.Closed, note, reason: reason) : null,
            new { Reason = reason },
            cancellationToken);

    /// <summary>Takes a finished record up again; somebody gets in touch soon.</summary>
    public async Task<PathwayResult> ReopenAsync(string id, CancellationToken cancellationToken)
    {
        var rule = await rules.NextAsync(cancellationToken);
        return await ChangeAsync(
            id,
            null,
            "person.reopened",
            person =>
            {
                if (!person.Reopen()) return null;
                var (kind, on) = rule.AfterMove(null, null);
                person.SetNext(texts, new NextStep(kind, on, person.WorkerId, ""));
                return Entry(person, PathwayEntryKind.Reopened, "");
            },
            null,
            cancellationToken,
            closed: true);
    }

    private PathwayEntry Entry(
        Person person, PathwayEntryKind kind, string note, DateOnly? on = null, string? how = null, string? result = null, string? from = null, string? to = null, DateOnly? until = null,
        bool isWanted = false, string? reason = null)
        => new PathwayEntry
        {
            Id = Ids.New(clock),
            PersonId = person.Id,
            Kind = kind,
            On = on ?? dates.Today,
            At = clock.GetUtcNow(),
            WorkerId = actor.Id,
            How = how,
            Result = result,
            From = from,
            To = to,
            Until = until,
            IsWanted = isWanted,
            Reason = reason,
        }.With(texts, note);

    /// <param name="change">Makes the change and gives what is to be remembered of it, if anything.</param>
    /// <param name="isSame">Whether the change found that there was nothing to change.</param>
    private async Task<PathwayResult> ChangeAsync(
        string id, int? seen, string action, Func<Person, PathwayEntry?> change, object? after, CancellationToken cancellationToken, bool closed = false, Func<bool>? isSame = null)
    {
        return await db.SaveAgainAsync(ChangeOnceAsync, PathwayResult.Saved, cancellationToken);

        async Task<PathwayResult?> ChangeOnceAsync()
        {
            if (await access.FindAsync(id, cancellationToken) is not { } person) return PathwayResult.NotFound;
            if (person.ClosedAt is not null != closed) return closed ? PathwayResult.Saved : PathwayResult.NotFound;
            if (seen is { } known && person.PathChanges != known) return PathwayResult.ChangedMeanwhile;
            var before = person.PathChanges;
            if (change(person) is { } entry) db.Add(entry);
            if (isSame?.Invoke() ?? (person.PathChanges == before)) return PathwayResult.Saved;
            person.Touch(clock.GetUtcNow());
            audit.Record(action, PersonAccess.AuditSubject, id, after: after);
            return null;
        }
    }
}
