using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Referrals;

namespace Portal.Signposting.Services.Referrals;

/// <summary>The links of practices: makes them, stops them, finds the one behind a code.</summary>
internal sealed class ReferrerLinks(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    private const string AuditSubject = "referrer-link";

    /// <summary>All links, by the practice's name.</summary>
    public async Task<IReadOnlyList<ReferrerLink>> ListAsync(CancellationToken cancellationToken)
        => await db.Set<ReferrerLink>().AsNoTracking().OrderBy(link => link.Name).ThenBy(link => link.CreatedAt).ToListAsync(cancellationToken);

    /// <summary>The link of that id, or null.</summary>
    public Task<ReferrerLink?> OfIdAsync(string id, CancellationToken cancellationToken)
        => db.Set<ReferrerLink>().AsNoTracking().SingleOrDefaultAsync(link => link.Id == id, cancellationToken);

    /// <summary>Makes a link and returns its code, which is kept nowhere.</summary>
    /// <param name="teamId">Id of the team that decides on what comes by it; null for whoever decides.</param>
    public async Task<string> MakeAsync(string name, string? teamId, CancellationToken cancellationToken)
    {
        var code = Ids.Secret(ReferrerLink.CodeLength);
        var link = new ReferrerLink { Id = Ids.New(clock), Name = name, TeamId = teamId, CodeHash = PlanShare.HashOf(code), CreatedAt = clock.GetUtcNow() };
        db.Add(link);
        audit.Record("referrer-link.made", AuditSubject, link.Id, after: new { link.Name, Team = teamId });
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>The link of a code that works; null when there is none.</summary>
    public Task<ReferrerLink?> FindAsync(string code, CancellationToken cancellationToken)
    {
        var hash = PlanShare.HashOf(code);
        return db.Set<ReferrerLink>().AsNoTracking().SingleOrDefaultAsync(link => link.CodeHash == hash && link.StoppedAt == null, cancellationToken);
    }

    /// <summary>Ties a link to a team, or with null to none. False when there is no such link, or it is so already.</summary>
    public async Task<bool> TieAsync(string id, string? teamId, CancellationToken cancellationToken)
    {
        if (await db.Set<ReferrerLink>().FindAsync([id], cancellationToken) is not { } link || link.TeamId == teamId) return false;
        audit.Record("referrer-link.tied", AuditSubject, id, before: new { Team = link.TeamId }, after: new { Team = teamId });
        link.TeamId = teamId;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Stops a link, or lets it work again. False when there is none, or it is so already.</summary>
    public async Task<bool> SetAsync(string id, bool works, CancellationToken cancellationToken)
    {
        if (await db.Set<ReferrerLink>().FindAsync([id], cancellationToken) is not { } link) return false;
        if (!(works ? link.Resume() : link.Stop(clock.GetUtcNow()))) return false;
        audit.Record(works ? "referrer-link.resumed" : "referrer-link.stopped", AuditSubject, id);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
