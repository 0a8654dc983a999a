using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Services.People;

/// <summary>
/// Lets a worker have the records they may see: of people they look after, of people of their teams, or with
/// <see cref="SignpostingPermissions.SeeAllPeople"/> all. For everybody else there is no such record.
/// </summary>
internal sealed class PersonAccess(PortalDbContext db, CurrentActor actor, IPermissions permissions, AuditLog audit, TimeProvider clock)
{
    public const string AuditSubject = "person";
    public const string Viewed = "person.viewed";
    private static readonly TimeSpan sameViewing = TimeSpan.FromHours(1);
    private IReadOnlyList<string>? myTeams;

    /// <summary>User id of the worker.</summary>
    public string WorkerId => actor.UserId ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether the worker may see the records of all teams.</summary>
    public ValueTask<bool> SeesAllAsync() => permissions.HasAsync(actor.User!, SignpostingPermissions.SeeAllPeople);

    /// <summary>The records the worker may see.</summary>
    public async Task<IQueryable<Person>> VisibleAsync() => (await SeenAsync()).Where(person => person.MergedIntoId == null);

    /// <summary>Those of them that are not finished. A record that went into another is, so the indexes of what goes on need not know of merging.</summary>
    public async Task<IQueryable<Person>> InCareAsync() => (await SeenAsync()).Where(person => person.ClosedAt == null);

    private async Task<IQueryable<Person>> SeenAsync()
    {
        if (await SeesAllAsync()) return db.Set<Person>();
        var (me, teams) = (WorkerId, await MyTeamsAsync());
        return db.Set<Person>().Where(person => person.WorkerId == me || teams.Contains(person.TeamId!));
    }

    /// <summary>Ids of the teams the worker is in. A list of their own: with it both databases go to the people by an index; as a question within the question they read every person of the tenant.</summary>
    public async Task<IReadOnlyList<string>> MyTeamsAsync()
    {
        var me = WorkerId;
        return myTeams ??= await db.Set<TeamMember>().Where(member => member.UserId == me).Select(member => member.TeamId).ToListAsync();
    }

    /// <summary>A record to be changed; null when there is none that the worker may see.</summary>
    public async Task<Person?> FindAsync(string id, CancellationToken cancellationToken)
        => await (await VisibleAsync()).FirstOrDefaultAsync(person => person.Id == id, cancellationToken);

    /// <summary>Id of the record that another went into, if the worker may see it.</summary>
    public async Task<string?> WentIntoAsync(string id, CancellationToken cancellationToken)
        => await db.Set<Person>().Where(person => person.Id == id).Select(person => person.MergedIntoId).SingleOrDefaultAsync(cancellationToken) is { } kept && await FindAsync(kept, cancellationToken) is not null ? kept : null;

    /// <summary>A record to be shown. The audit trail says that it was looked at.</summary>
    public async Task<Person?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        db.DiscardChanges();
        var person = await FindAsync(id, cancellationToken);
        if (person is not null) await RecordViewAsync(id, cancellationToken);
        return person;
    }

    /// <summary>Records that the worker looked at a record, or at a list; once an hour is enough.</summary>
    public async Task RecordViewAsync(string subjectId, CancellationToken cancellationToken)
    {
        var (me, since) = (WorkerId, clock.GetUtcNow() - sameViewing);
        if (await audit.Of(AuditSubject, subjectId).AnyAsync(entry => entry.Actor == me && entry.Action == Viewed && entry.At > since, cancellationToken)) return;
        audit.Record(Viewed, AuditSubject, subjectId);
        await db.SaveChangesAsync(cancellationToken);
    }
}
