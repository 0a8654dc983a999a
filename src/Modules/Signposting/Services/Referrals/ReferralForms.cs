using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Security;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Referrals;

/// <summary>A referral to be begun.</summary>
/// <param name="LinkId">Id of the practice's link, for <see cref="ReferralSource.Practice"/>.</param>
internal sealed record NewReferral(ReferralSource Source, Referrer Referrer, string? LinkId = null);

/// <summary>What came of sending a referral.</summary>
internal enum SendResult
{
    /// <summary>There is no such form, or its time is over.</summary>
    NotFound,

    /// <summary>A page of it has not been filled in.</summary>
    Incomplete,

    /// <summary>It is with the team, be it since just now or before.</summary>
    Sent,
}

/// <summary>
/// Referrals while they are written: found by the code in their address and by nothing else, saved page by page, gone after
/// <see cref="Referral.DraftDays"/> days.
/// </summary>
internal sealed class ReferralForms(
    PortalDbContext db, PersonLookup lookup, ReferralMail mail, ReferralNewsLetters news, PrivateText texts, CurrentActor actor, TenantContext tenant, AuditLog audit, TimeProvider clock)
{
    public const string AuditSubject = "referral";

    /// <summary>Begins a referral and returns the code of its form, which is kept nowhere.</summary>
    public async Task<string> BeginAsync(NewReferral start, CancellationToken cancellationToken)
    {
        var (code, now) = (Ids.Secret(Referral.CodeLength), clock.GetUtcNow());
        var referral = new Referral
        {
            Id = Ids.New(clock),
            Reference = Ids.Secret(Referral.ReferenceLength).ToUpperInvariant(),
            Source = start.Source,
            LinkId = start.LinkId,
            ReferrerUserId = actor.UserId,
            CodeHash = PlanShare.HashOf(code),
            DraftUntil = now.AddDays(Referral.DraftDays),
            Language = tenant.Language,
            CreatedAt = now,
        };
        referral.Write(texts, new ReferralContent { Referrer = start.Referrer });
        db.Add(referral);
        audit.Record("referral.begun", AuditSubject, referral.Id, after: new { referral.Source });
        await db.SaveChangesAsync(cancellationToken);
        return code;
    }

    /// <summary>The referral of a form, while its time lasts; null when there is none.</summary>
    public async Task<Referral?> FindAsync(string code, CancellationToken cancellationToken)
    {
        var (hash, now) = (PlanShare.HashOf(code), clock.GetUtcNow());
        return await db.Set<Referral>().SingleOrDefaultAsync(referral => referral.CodeHash == hash && referral.DraftUntil > now, cancellationToken);
    }

    /// <summary>Saves a page of the form. False when there is no such form any more.</summary>
    public Task<bool> WriteAsync(string code, Func<ReferralContent, ReferralContent> change, CancellationToken cancellationToken)
        => db.SaveAgainAsync<bool>(
            async () =>
            {
                if (await FindAsync(code, cancellationToken) is not { Stage: ReferralStage.Draft } referral) return false;
                referral.Write(texts, change(referral.Content(texts)));
                return null;
            },
            saved: true,
            cancellationToken);

    /// <summary>Sends the referral to the team and thanks the referrer, in one transaction. Sending twice sends once.</summary>
    public async Task<SendResult> SendAsync(string code, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, cancellationToken) is not { } referral) return SendResult.NotFound;
        if (referral.Stage != ReferralStage.Draft) return SendResult.Sent;
        var content = referral.Content(texts);
        if (content.NextOf() != ReferralStep.Check) return SendResult.Incomplete;
        var hashes = await lookup.HashesAsync(content.Who!, cancellationToken);
        referral.Send(hashes, clock.GetUtcNow());
        audit.Record("referral.sent", AuditSubject, referral.Id, after: new { referral.Source, referral.Code });
        mail.Received(referral, content);
        await news.WriteAsync(referral, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Pressed twice, or changed in another window: what there is now decides.
            db.DiscardChanges();
            return await FindAsync(code, cancellationToken) is { Stage: not ReferralStage.Draft } ? SendResult.Sent : SendResult.Incomplete;
        }

        return SendResult.Sent;
    }
}
