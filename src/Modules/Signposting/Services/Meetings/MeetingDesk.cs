using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Security;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Meetings;

/// <summary>When a meeting takes place.</summary>
/// <param name="EveryWeeks">The next comes after so many weeks; null for none.</param>
internal sealed record MeetingTime(DateOnly On, TimeOnly At, int? EveryWeeks);

/// <summary>What a meeting said of a person.</summary>
/// <param name="To">Key of the stage the person moves to; null where they stay.</param>
/// <param name="Action">What is next, and who does it.</param>
/// <param name="Seen">How many changes the person's way had when the page was shown.</param>
internal sealed record Talk(string Notes, string Decision, string? To, NextStep Action, int Seen);

/// <summary>Plans team meetings and writes down what they say. Decisions become the next steps of people, and moves, in the same transaction.</summary>
internal sealed class MeetingDesk(
    PortalDbContext db, MeetingAccess meetings, Agenda agenda, PersonAccess access, PrivateText texts, CurrentActor actor, DateWords dates, AuditLog audit, TimeProvider clock)
{
    private const int WeekDays = 7;

    /// <summary>Plans the next meeting of a team, or changes when it is: a team has one that is planned.</summary>
    public async Task<PathwayResult> PlanAsync(string teamId, MeetingTime time, CancellationToken cancellationToken)
    {
        if (!(await meetings.TeamsAsync(cancellationToken)).Any(team => team.Id == teamId)) return PathwayResult.NotFound;
        if (await db.Set<TeamMeeting>().FirstOrDefaultAsync(known => known.TeamId == teamId && known.ClosedAt == null, cancellationToken) is { } planned) planned.Plan(time.On, time.At, time.EveryWeeks);
        else db.Add(planned = new TeamMeeting { Id = Ids.New(clock), TeamId = teamId, On = time.On, At = time.At, EveryWeeks = time.EveryWeeks });
        audit.Record("meeting.planned", MeetingAccess.AuditSubject, planned.Id, after: new { Team = teamId, time.On, time.EveryWeeks });
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Writes down who is there and what concerns nobody alone; ends the meeting if wished, and then plans the next one.</summary>
    public async Task<PathwayResult> RecordAsync(string id, int revision, IReadOnlyList<string> present, string notes, bool ends, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(id, cancellationToken) is not ({ ClosedAt: null } meeting, var team)) return PathwayResult.NotFound;
        if (meeting.Revision != revision) return PathwayResult.ChangedMeanwhile;
        meeting.Record(texts, [.. present.Where(user => team.Members.Exists(member => member.UserId == user))], notes);
        audit.Record("meeting.recorded", MeetingAccess.AuditSubject, id, after: new { meeting.Present });
        if (ends)
        {
            meeting.Close(clock.GetUtcNow());
            audit.Record("meeting.ended", MeetingAccess.AuditSubject, id);
            if (meeting.EveryWeeks is { } weeks) PlanNext(meeting, weeks);
        }

        return await SaveAsync(cancellationToken);
    }

    /// <summary>Takes an ended meeting up again. The one that was planned after it goes, unless something was written down in it.</summary>
    public async Task<PathwayResult> ReopenAsync(string id, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(id, cancellationToken) is not ({ } meeting, _)) return PathwayResult.NotFound;
        if (await db.Set<TeamMeeting>().Include(known => known.Items).FirstOrDefaultAsync(known => known.TeamId == meeting.TeamId && known.ClosedAt == null, cancellationToken) is { } after)
        {
            if (after.Items.Count > 0 || after.SealedNotes is not null || after.Present.Count > 0) return PathwayResult.ChangedMeanwhile;
            db.Remove(after);
        }

        if (!meeting.Reopen()) return PathwayResult.Saved;
        audit.Record("meeting.reopened", MeetingAccess.AuditSubject, id);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Writes down what was said of a person; it becomes their next step, and a move where the meeting decided one.</summary>
    public async Task<PathwayResult> TalkAsync(string id, string personId, Talk talk, CancellationToken cancellationToken)
    {
        if (await meetings.FindAsync(id, cancellationToken) is not ({ ClosedAt: null } meeting, _)) return PathwayResult.NotFound;
        if (await access.FindAsync(personId, cancellationToken) is not { ClosedAt: null } person || person.TeamId != meeting.TeamId) return PathwayResult.NotFound;
        if (person.PathChanges != talk.Seen) return PathwayResult.ChangedMeanwhile;
        var now = clock.GetUtcNow();
        var item = await db.Set<MeetingItem>().SingleOrDefaultAsync(known => known.MeetingId == id && known.PersonId == personId, cancellationToken);
        if (item is null) db.Add(item = new MeetingItem { Id = Ids.New(clock), MeetingId = id, PersonId = personId, Reasons = await agenda.ReasonsOfAsync(meeting, personId, cancellationToken) });
        item.Write(texts, talk.Notes, talk.Decision, now);

        var from = person.Stage;
        var moves = talk.To is not null && person.MoveTo(talk.To, now);
        item.Act(talk.Action, moves ? from : null, moves ? talk.To : null);
        person.SetNext(texts, talk.Action);
        person.Unflag();
        person.Touch(now);
        if (moves)
        {
            db.Add(new PathwayEntry { Id = Ids.New(clock), PersonId = personId, Kind = PathwayEntryKind.Moved, On = dates.Today, At = now, WorkerId = actor.Id, From = from, To = talk.To }.With(texts, talk.Decision));
        }

        audit.Record("path.meeting", PersonAccess.AuditSubject, personId, after: new { Meeting = id, To = moves ? talk.To : null, Next = talk.Action.Kind, talk.Action.On, Worker = talk.Action.WorkerId });
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Puts a person on the agenda of the next meeting of their team.</summary>
    public Task<PathwayResult> FlagAsync(string personId, string why, CancellationToken cancellationToken)
        => ChangeAsync(personId, "path.flagged", person => person.SetFlag(texts, why, actor.Id, clock.GetUtcNow()), null, cancellationToken);

    /// <summary>Takes a person off the agenda.</summary>
    public Task<PathwayResult> UnflagAsync(string personId, CancellationToken cancellationToken) => ChangeAsync(personId, "path.unflagged", person => person.Unflag(), null, cancellationToken);

    /// <summary>Notes whether faith or belief bears on taking part.</summary>
    public Task<PathwayResult> SetBeliefAsync(string personId, bool bears, string note, CancellationToken cancellationToken)
        => ChangeAsync(personId, "path.belief", person => person.SetBelief(texts, bears, note), null, cancellationToken);

    private void PlanNext(TeamMeeting meeting, int weeks)
    {
        var on = meeting.On;
        while (on <= dates.Today) on = on.AddDays(weeks * WeekDays);
        var next = new TeamMeeting { Id = Ids.New(clock), TeamId = meeting.TeamId, On = on, At = meeting.At, EveryWeeks = weeks };
        db.Add(next);
        audit.Record("meeting.planned", MeetingAccess.AuditSubject, next.Id, after: new { Team = meeting.TeamId, next.On, next.EveryWeeks });
    }

    private async Task<PathwayResult> ChangeAsync(string personId, string action, Func<Person, bool> change, object? after, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(personId, cancellationToken) is not { ClosedAt: null } person) return PathwayResult.NotFound;
        if (!change(person)) return PathwayResult.Saved;
        person.Touch(clock.GetUtcNow());
        audit.Record(action, PersonAccess.AuditSubject, personId, after: after);
        return await SaveAsync(cancellationToken);
    }

    private async Task<PathwayResult> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return PathwayResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.DiscardChanges();
            return PathwayResult.ChangedMeanwhile;
        }
    }
}
