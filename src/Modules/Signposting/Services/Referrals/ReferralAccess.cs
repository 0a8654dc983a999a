using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Security;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Referrals;

/// <summary>A referral in the list of those that wait.</summary>
internal sealed record ReferralItem(string Id, string Reference, ReferralSource Source, string Name, string? From, int DaysWaiting, bool NeedsInterpreter, bool HasRisks, ReferralStage Stage);

/// <summary>
/// Lets a worker have the referrals they may see: with <see cref="SignpostingPermissions.TriageReferrals"/> those that wait and
/// those that were declined, unless the practice's link is tied to a team of others; those that led to a record are seen by who sees the record. What is still written nobody sees.
/// </summary>
internal sealed class ReferralAccess(PortalDbContext db, PersonAccess people, CurrentActor actor, IPermissions permissions, PrivateText texts, DateWords dates, AuditLog audit, TimeProvider clock)
{
    private const string Viewed = "referral.viewed";
    private const int PageSize = 50;
    private static readonly TimeSpan sameViewing = TimeSpan.FromHours(1);

    /// <summary>Whether the worker may see and decide what waits.</summary>
    public ValueTask<bool> DecidesAsync() => permissions.HasAsync(actor.User!, SignpostingPermissions.TriageReferrals);

    /// <summary>A referral to be decided; null when there is none that the worker may see.</summary>
    public async Task<Referral?> FindAsync(string id, CancellationToken cancellationToken)
        => await (await VisibleAsync()).FirstOrDefaultAsync(referral => referral.Id == id, cancellationToken);

    /// <summary>A referral to be shown. The audit trail says that it was looked at.</summary>
    public async Task<Referral?> OpenAsync(string id, CancellationToken cancellationToken)
    {
        db.DiscardChanges();
        var referral = await FindAsync(id, cancellationToken);
        if (referral is not null) await RecordViewAsync(id, cancellationToken);
        return referral;
    }

    /// <summary>Those that wait, the oldest first; or those that were declined, the newest first.</summary>
    public async Task<Page<ReferralItem>> ListAsync(bool declined, int page, CancellationToken cancellationToken)
    {
        var stage = declined ? ReferralStage.Declined : ReferralStage.Waiting;
        var referrals = (await VisibleAsync()).AsNoTracking().Where(referral => referral.Stage == stage);
        var rows = await (declined ? referrals.OrderByDescending(referral => referral.DecidedAt) : referrals.OrderBy(referral => referral.SentAt)).ThenBy(referral => referral.Id)
            .ToPageAsync(page, PageSize, cancellationToken);
        await RecordViewAsync(declined ? "declined" : "waiting", cancellationToken);
        return new Page<ReferralItem>([.. rows.Items.Select(Item)], rows.Number, rows.Size, rows.Total);
    }

    /// <summary>The referrals that led to a record, the newest first; only for who may see the record.</summary>
    public async Task<IReadOnlyList<(string Id, string Reference, DateOnly SentOn)>> OfPersonAsync(string personId, CancellationToken cancellationToken)
        => [.. (await db.Set<Referral>().AsNoTracking().Where(referral => referral.PersonId == personId).OrderByDescending(referral => referral.SentAt)
            .Select(referral => new { referral.Id, referral.Reference, referral.SentAt }).ToListAsync(cancellationToken))
            .Select(row => (row.Id, row.Reference, dates.DateOf(row.SentAt!.Value)))];

    /// <summary>How many wait; null for who may not decide.</summary>
    public async Task<int?> WaitingAsync(CancellationToken cancellationToken)
        => await DecidesAsync() ? await (await VisibleAsync()).CountAsync(referral => referral.Stage == ReferralStage.Waiting, cancellationToken) : null;

    /// <summary>Records that could be of the same person: those the worker may see, and whether there are others.</summary>
    public async Task<(IReadOnlyList<Person> Seen, bool AreOthers)> MatchesAsync(Referral referral, CancellationToken cancellationToken)
    {
        var hashes = new PersonHashes(referral.NhsHash, referral.NameHash);
        var seen = await PersonList.Matching(await people.VisibleAsync(), hashes).AsNoTracking().OrderByDescending(person => person.ChangedAt).Take(PageSize).ToListAsync(cancellationToken);
        var all = await PersonList.Matching(db.Set<Person>(), hashes).CountAsync(cancellationToken);
        return (seen, all > seen.Count);
    }

    /// <summary>The referrals the worker may see.</summary>
    public async Task<IQueryable<Referral>> VisibleAsync()
    {
        var (decides, all, me, visible) = (await DecidesAsync(), await people.SeesAllAsync(), people.WorkerId, await people.VisibleAsync());
        var elsewhere = db.Set<ReferrerLink>().Where(link => link.TeamId != null && !db.Set<TeamMember>().Any(member => member.TeamId == link.TeamId && member.UserId == me));
        return db.Set<Referral>().Where(referral => referral.Stage != ReferralStage.Draft
            && ((decides && referral.PersonId == null && (all || !elsewhere.Any(link => link.Id == referral.LinkId))) || (referral.PersonId != null && visible.Any(person => person.Id == referral.PersonId))));
    }

    private ReferralItem Item(Referral referral)
    {
        var content = referral.Content(texts);
        return new ReferralItem(
            referral.Id,
            referral.Reference,
            referral.Source,
            content.Who!.FullName,
            content.Referrer!.Organisation ?? content.Referrer.Relation,
            dates.Today.DayNumber - dates.DateOf(referral.SentAt!.Value).DayNumber,
            content.Communication!.Interpreter == Communication.Yes,
            content.Risks!.Answer == Risks.Some,
            referral.Stage);
    }

    /// <summary>Records that the worker looked at a referral, or at a list; once an hour is enough.</summary>
    public async Task RecordViewAsync(string subjectId, CancellationToken cancellationToken)
    {
        var (me, since) = (actor.Id, clock.GetUtcNow() - sameViewing);
        if (await audit.Of(ReferralForms.AuditSubject, subjectId).AnyAsync(entry => entry.Actor == me && entry.Action == Viewed && entry.At > since, cancellationToken)) return;
        audit.Record(Viewed, ReferralForms.AuditSubject, subjectId);
        await db.SaveChangesAsync(cancellationToken);
    }
}
