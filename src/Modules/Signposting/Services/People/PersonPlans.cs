using Microsoft.EntityFrameworkCore;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Services.People;

/// <summary>A plan that was made with a person.</summary>
internal sealed record PersonPlan(string Id, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, DateTimeOffset? ClosedAt);

/// <summary>The plans that hang on a record. Who may see the record may see them.</summary>
internal sealed class PersonPlans(PortalDbContext db)
{
    /// <summary>The plans of a person, the newest first.</summary>
    public async Task<IReadOnlyList<PersonPlan>> OfAsync(string personId, CancellationToken cancellationToken)
        => await db.Set<Plan>().AsNoTracking()
            .Where(plan => plan.PersonId == personId && plan.RemovedAt == null)
            .OrderByDescending(plan => plan.CreatedAt)
            .Select(plan => new PersonPlan(plan.Id, plan.CreatedAt, plan.ChangedAt, plan.ClosedAt))
            .ToListAsync(cancellationToken);
}

/// <summary>Names of those who look after a person.</summary>
internal sealed class CareNames(PortalDbContext db, IUsers users)
{
    /// <summary>Worker and team; null where there is none.</summary>
    public async Task<(string? Worker, string? Team)> OfAsync(Person person, CancellationToken cancellationToken)
        => (person.WorkerId is { } worker ? (await users.FindAsync([worker], cancellationToken)).GetValueOrDefault(worker)?.Name : null,
            person.TeamId is { } team ? await db.Set<Team>().Where(row => row.Id == team).Select(row => row.Name).FirstOrDefaultAsync(cancellationToken) : null);
}
