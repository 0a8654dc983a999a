using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Pathway;

/// <summary>A worker and how many people they look after.</summary>
internal sealed record Workload(string WorkerId, string Name, int People);

/// <summary>The workers beside whom one works, and how much each has to do.</summary>
internal sealed class Workloads(PortalDbContext db, PersonAccess access, Teams teams)
{
    /// <summary>The workers of one's teams, oneself first; all for who sees all. By name.</summary>
    public async Task<IReadOnlyList<UserSummary>> ColleaguesAsync(CancellationToken cancellationToken)
    {
        var (me, workers) = (access.WorkerId, await teams.WorkersAsync(cancellationToken));
        if (await access.SeesAllAsync()) return [.. workers.OrderByDescending(worker => worker.Id == me)];
        var members = (await teams.ListAsync(cancellationToken)).Where(team => team.Members.Exists(member => member.UserId == me)).SelectMany(team => team.Members).Select(member => member.UserId).ToHashSet(StringComparer.Ordinal);
        return [.. workers.Where(worker => worker.Id == me || members.Contains(worker.Id)).OrderByDescending(worker => worker.Id == me)];
    }

    /// <summary>With how many people each looks after who are helped at present. One query.</summary>
    public async Task<IReadOnlyList<Workload>> OfAsync(IReadOnlyList<UserSummary> workers, CancellationToken cancellationToken)
    {
        var ids = workers.Select(worker => worker.Id).ToList();
        var counts = await db.Set<Person>().Where(person => person.ClosedAt == null && ids.Contains(person.WorkerId!)).GroupBy(person => person.WorkerId!)
            .Select(worker => new { worker.Key, Count = worker.Count() }).ToDictionaryAsync(worker => worker.Key, worker => worker.Count, StringComparer.Ordinal, cancellationToken);
        return [.. workers.Select(worker => new Workload(worker.Id, worker.Name, counts.GetValueOrDefault(worker.Id)))];
    }
}
