using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Meetings;

/// <summary>A team with its meetings.</summary>
/// <param name="Next">The one that is planned; null when none is.</param>
/// <param name="Ended">Those that ended, the newest first.</param>
internal sealed record TeamMeetings(Team Team, TeamMeeting? Next, IReadOnlyList<TeamMeeting> Ended, BeliefCount Belief);

/// <summary>For how many people of a team faith or belief bears on taking part; no names.</summary>
/// <param name="Asked">How many were asked.</param>
internal sealed record BeliefCount(int Yes, int Asked)
{
    /// <summary>Fewer than so many would point at somebody.</summary>
    public const int Fewest = 5;

    /// <summary>False where the number, or the rest of it, is so small that it points at somebody.</summary>
    public bool IsTold => Yes >= Fewest && (Asked == Yes || Asked - Yes >= Fewest);
}

/// <summary>The meetings a worker may see: those of their teams, or with <see cref="SignpostingPermissions.SeeAllPeople"/> all.</summary>
internal sealed class MeetingAccess(PortalDbContext db, PersonAccess access, CurrentActor actor, AuditLog audit, TimeProvider clock)
{
    public const string AuditSubject = "meeting";
    private const string Viewed = "meeting.viewed";
    private const int MostEnded = 12;
    private static readonly TimeSpan sameViewing = TimeSpan.FromHours(1);

    /// <summary>The teams whose meetings the worker may see, by name.</summary>
    public async Task<IReadOnlyList<Team>> TeamsAsync(CancellationToken cancellationToken)
    {
        var (all, me) = (await access.SeesAllAsync(), access.WorkerId);
        return await db.Set<Team>().AsNoTracking().Include(team => team.Members).Where(team => all || team.Members.Any(member => member.UserId == me)).OrderBy(team => team.Name).ToListAsync(cancellationToken);
    }

    /// <summary>Those teams with their meetings.</summary>
    public async Task<IReadOnlyList<TeamMeetings>> ListAsync(CancellationToken cancellationToken)
    {
        var teams = await TeamsAsync(cancellationToken);
        var ids = teams.Select(team => team.Id).ToList();
        var planned = await db.Set<TeamMeeting>().AsNoTracking().Where(meeting => ids.Contains(meeting.TeamId) && meeting.ClosedAt == null).OrderBy(meeting => meeting.On).ToListAsync(cancellationToken);
        var ended = await db.Set<TeamMeeting>().AsNoTracking().Where(meeting => ids.Contains(meeting.TeamId) && meeting.ClosedAt != null)
            .OrderByDescending(meeting => meeting.On).Take(MostEnded * Math.Max(1, ids.Count)).ToListAsync(cancellationToken);
        var beliefs = await db.Set<Person>().Where(person => person.ClosedAt == null && person.BeliefBears != null && ids.Contains(person.TeamId!))
            .GroupBy(person => new { person.TeamId, person.BeliefBears }).Select(group => new { group.Key.TeamId, group.Key.BeliefBears, Count = group.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. teams.Select(team => new TeamMeetings(
                team,
                planned.Find(meeting => meeting.TeamId == team.Id),
                [.. ended.Where(meeting => meeting.TeamId == team.Id).Take(MostEnded)],
                new BeliefCount(beliefs.Where(row => row.TeamId == team.Id && row.BeliefBears == true).Sum(row => row.Count), beliefs.Where(row => row.TeamId == team.Id).Sum(row => row.Count)))),
        ];
    }

    /// <summary>A meeting to be changed, with its team; null when there is none that the worker may see.</summary>
    public async Task<(TeamMeeting Meeting, Team Team)?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await db.Set<TeamMeeting>().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } meeting) return null;
        return (await TeamsAsync(cancellationToken)).FirstOrDefault(team => team.Id == meeting.TeamId) is { } own ? (meeting, own) : null;
    }

    /// <summary>A meeting to be shown. The audit trail says that it was looked at; once an hour is enough.</summary>
    public async Task<(TeamMeeting Meeting, Team Team)?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        db.DiscardChanges();
        if (await FindAsync(id, cancellationToken) is not { } found) return null;
        var (me, since) = (actor.Id, clock.GetUtcNow() - sameViewing);
        if (!await audit.Of(AuditSubject, id).AnyAsync(entry => entry.Actor == me && entry.Action == Viewed && entry.At > since, cancellationToken))
        {
            audit.Record(Viewed, AuditSubject, id);
            await db.SaveChangesAsync(cancellationToken);
        }

        return found;
    }
}
