using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Security;
using Portal.Signposting.Domain.Pathway;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.Pathway;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Referrals;

/// <summary>How the team takes a referral on.</summary>
/// <param name="PersonId">Id of the record it belongs to; null to begin a new one.</param>
/// <param name="Next">What is next.</param>
internal sealed record TakeOn(string? PersonId, string? TeamId, string? WorkerId, NextStep Next);

/// <summary>What came of a decision.</summary>
internal enum TriageResult
{
    /// <summary>There is no such referral for this worker, or no such record.</summary>
    NotFound,

    /// <summary>Somebody else decided before.</summary>
    DecidedBefore,

    /// <summary>It is decided.</summary>
    Done,
}

/// <summary>Decides what becomes of a referral: a new record, one that is known, or no. The referrer hears of it, without a word on the person.</summary>
internal sealed class ReferralTriage(
    PortalDbContext db, ReferralAccess access, PersonAccess people, PersonEditor editor, PathwayRules rules, ReferralMail mail, PrivateText texts, CurrentActor actor, DateWords dates, AuditLog audit, TimeProvider clock)
{
    /// <summary>Takes the person on. Answers with the id of the record.</summary>
    public async Task<(TriageResult Result, string? PersonId)> AcceptAsync(string id, TakeOn how, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } referral) return (TriageResult.NotFound, null);
        if (referral.Stage != ReferralStage.Waiting) return (TriageResult.DecidedBefore, referral.PersonId);
        var content = referral.Content(texts);
        var person = how.PersonId is null
            ? await editor.MakeAsync(new NewPerson(content.Who!, how.TeamId, how.WorkerId, referral.SentAt, how.Next), new PersonHashes(referral.NhsHash, referral.NameHash), cancellationToken)
            : await people.FindAsync(how.PersonId, cancellationToken);
        if (person is null) return (TriageResult.NotFound, null);

        FillIn(person, content, referral);
        if (how.PersonId is not null)
        {
            // A new referral for somebody whose care had ended begins their way anew; otherwise they are on it already.
            if (person.Reopen()) person.BeginPath((await rules.ReadAsync(cancellationToken)).First.Key, referral.SentAt!.Value, clock.GetUtcNow());
            person.Allocate(how.TeamId, how.WorkerId);
            person.SetNext(texts, how.Next);
            person.Touch(clock.GetUtcNow());
            audit.Record("person.joined", PersonAccess.AuditSubject, person.Id, after: new { Referral = id, Team = how.TeamId, Worker = how.WorkerId });
        }

        referral.Accept(person.Id, actor.Id, clock.GetUtcNow());
        audit.Record("referral.accepted", ReferralForms.AuditSubject, id, after: new { Person = person.Id, Team = how.TeamId, Worker = how.WorkerId });
        mail.Accepted(referral, content);
        return await SaveAsync(cancellationToken) ? (TriageResult.Done, person.Id) : (TriageResult.DecidedBefore, null);
    }

    /// <summary>Declines, with a reason the referrer hears and words that stay with the team.</summary>
    public async Task<TriageResult> DeclineAsync(string id, string reason, string? words, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(id, cancellationToken) is not { } referral) return TriageResult.NotFound;
        if (!referral.Decline(texts, reason, words, actor.Id, clock.GetUtcNow())) return TriageResult.DecidedBefore;
        audit.Record("referral.declined", ReferralForms.AuditSubject, id, after: new { Reason = reason, referral.Code });
        mail.Declined(referral, referral.Content(texts));
        return await SaveAsync(cancellationToken) ? TriageResult.Done : TriageResult.DecidedBefore;
    }

    /// <summary>Writes what the referral says into the sections in which nothing stands yet; what the team knows is not overwritten.</summary>
    private void FillIn(Person person, ReferralContent content, Referral referral)
    {
        if (!person.Has(PersonSection.Reach)) person.Write(texts, content.Reach!);
        if (!person.Has(PersonSection.Communication)) person.Write(texts, content.Communication!);
        if (!person.Has(PersonSection.Risks)) person.Write(texts, content.Risks!.Dated(null, dates.DateOf(referral.SentAt!.Value)));
        var (consents, day) = (person.Consents(texts), dates.DateOf(referral.SentAt!.Value));
        var how = referral.Source == ReferralSource.Self && content.Referrer!.Who == Referrer.Myself ? "online" : "spoken";
        foreach (var scope in new[] { "record", "referrer" }.Where(scope => scope == "record" || content.Agreement!.TellsReferrer))
            consents = consents.Give(new Consent { Id = Ids.New(clock), Scope = scope, GivenOn = day, How = how });
        person.Write(texts, consents);
    }

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.DiscardChanges();
            return false;
        }
    }
}
