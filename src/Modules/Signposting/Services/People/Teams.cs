using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Meetings;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;

namespace Portal.Signposting.Services.People;

/// <summary>A team to be saved.</summary>
internal sealed record TeamState(string Name, IReadOnlyCollection<string> Members, ReferralNews ReferralNews, int Revision);

/// <summary>What came of saving a team.</summary>
internal enum TeamResult
{
    /// <summary>It is as wished.</summary>
    Saved,

    /// <summary>There is no such team.</summary>
    NotFound,

    /// <summary>Another team has the name.</summary>
    NameTaken,

    /// <summary>Somebody else changed it since it was shown.</summary>
    ChangedMeanwhile,

    /// <summary>It looks after people, so it cannot be removed.</summary>
    HasPeople,

    /// <summary>There are records of its meetings, which would go with it.</summary>
    HasMeetings,
}

/// <summary>The teams of the tenant and who is in them.</summary>
internal sealed class Teams(PortalDbContext db, IUsers users, AuditLog audit, TimeProvider clock)
{
    public const string AuditSubject = "team";

    /// <summary>All teams with their members, by name. There are few.</summary>
    public async Task<IReadOnlyList<Team>> ListAsync(CancellationToken cancellationToken)
        => await db.Set<Team>().AsNoTracking().Include(team => team.Members).OrderBy(team => team.Name).ToListAsync(cancellationToken);

    /// <summary>The team of that id to be shown, or null.</summary>
    public Task<Team?> FindAsync(string id, CancellationToken cancellationToken)
        => db.Set<Team>().AsNoTracking().Include(team => team.Members).SingleOrDefaultAsync(team => team.Id == id, cancellationToken);

    /// <summary>Who can be in a team.</summary>
    public Task<IReadOnlyList<UserSummary>> WorkersAsync(CancellationToken cancellationToken) => users.AllowedToAsync(SignpostingPermissions.UseWorkspace, cancellationToken);

    /// <summary>Makes a team, or changes the one of that id.</summary>
    /// <param name="id">Null for a new one.</param>
    public async Task<TeamResult> SaveAsync(string? id, TeamState state, CancellationToken cancellationToken)
    {
        if (await db.Set<Team>().AnyAsync(other => other.Name == state.Name && other.Id != id, cancellationToken)) return TeamResult.NameTaken;
        Team? team;
        if (id is null) db.Add(team = new Team { Id = Ids.New(clock), Name = state.Name });
        else team = await db.Set<Team>().Include(row => row.Members).SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (team is null) return TeamResult.NotFound;
        if (id is not null && team.Revision != state.Revision) return TeamResult.ChangedMeanwhile;

        var before = id is null ? null : Facts(team);
        team.Name = state.Name;
        team.ReferralNews = state.ReferralNews;
        team.SetMembers(state.Members);
        if (!audit.Record(id is null ? "team.made" : "team.changed", AuditSubject, team.Id, before, Facts(team))) return TeamResult.Saved;
        team.Touch();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return TeamResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.DiscardChanges();
            return TeamResult.ChangedMeanwhile;
        }
    }

    /// <summary>Removes a team that looks after nobody and has written nothing down in meetings. One that is only planned goes with it.</summary>
    public async Task<TeamResult> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        if (await db.Set<Team>().Include(row => row.Members).SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } team) return TeamResult.NotFound;
        if (await db.Set<Person>().AnyAsync(person => person.TeamId == id, cancellationToken)) return TeamResult.HasPeople;
        if (await db.Set<TeamMeeting>().AnyAsync(meeting => meeting.TeamId == id && (meeting.ClosedAt != null || meeting.SealedNotes != null || meeting.Items.Count > 0), cancellationToken)) return TeamResult.HasMeetings;
        // What comes by the links of this team is decided by whoever decides from now on.
        foreach (var link in await db.Set<ReferrerLink>().Where(link => link.TeamId == id).ToListAsync(cancellationToken)) link.TeamId = null;
        db.Remove(team);
        audit.Record("team.removed", AuditSubject, id, before: Facts(team));
        await db.SaveChangesAsync(cancellationToken);
        return TeamResult.Saved;
    }

    /// <summary>Of staff only: their ids, never anybody who is helped.</summary>
    private static object Facts(Team team) => new { team.Name, team.ReferralNews, Members = team.Members.Select(member => member.UserId).Order(StringComparer.Ordinal).ToList() };
}
