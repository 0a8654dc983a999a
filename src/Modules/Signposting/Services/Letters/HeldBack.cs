using Microsoft.EntityFrameworkCore;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Letters;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Letters;

/// <summary>A message that was held back.</summary>
/// <param name="Reason">Of <see cref="SafeToSend"/>.</param>
internal sealed record HeldMessage(bool IsText, DateOnly WrittenOn, DateOnly On, string Reason);

/// <summary>Looks once more at what the person allows, just before a message goes: a night may lie between.</summary>
internal sealed class SafeToSend(PortalDbContext db, PrivateText texts) : ISendingCheck
{
    /// <summary>The person took back what they had agreed to.</summary>
    public const string Consent = "consent";

    /// <summary>The person said that this way is not safe.</summary>
    public const string Unsafe = "unsafe";

    /// <summary>The number or address is no longer theirs.</summary>
    public const string Changed = "changed";

    /// <summary>Somebody wrote down what else to heed, which no program can.</summary>
    public const string Note = "note";

    public async Task<HoldBack?> WhyNotAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        if (message.About is not { } about) return null;
        if (await db.Set<Plan>().AsNoTracking().Where(plan => plan.Id == about).Select(plan => plan.PersonId).FirstOrDefaultAsync(cancellationToken) is { } helped)
            return await ToPersonAsync(helped, message, cancellationToken);
        return await db.Set<Referral>().AsNoTracking().Where(referral => referral.Id == about).Select(referral => referral.PersonId).FirstOrDefaultAsync(cancellationToken) is { } referred
            && await FindAsync(referred, cancellationToken) is { } person && person.Consents(texts).Present(Domain.People.Consent.Referrer) is null
            ? Because(Consent, referred)
            : null;
    }

    private async Task<HoldBack?> ToPersonAsync(string personId, MessageToSend message, CancellationToken cancellationToken)
    {
        if (await FindAsync(personId, cancellationToken) is not { } person) return null;
        var (consents, safe) = (person.Consents(texts), SafeContact.Of(person.Read<Reach>(texts)));
        if (consents.Present(Domain.People.Consent.Record) is null && consents.Items.Any(consent => consent.Scope == Domain.People.Consent.Record)) return Because(Consent, personId);
        var (way, why) = message.IsText ? (safe.Mobile, safe.NoText) : (safe.Email, safe.NoEmail);
        if (why is NoWay.Unsafe or NoWay.TellsWho) return Because(Unsafe, personId);
        if (way != message.To) return Because(Changed, personId);
        return safe.Note is not null && safe.Note != message.Heeded ? Because(Note, personId) : null;
    }

    private Task<Person?> FindAsync(string id, CancellationToken cancellationToken) => db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == id, cancellationToken);

    private static HoldBack Because(string reason, string personId) => new(reason, PersonAccess.AuditSubject, personId);
}

/// <summary>Tells a worker which messages about a person were held back, so that they find another way.</summary>
internal sealed class HeldBack(PortalDbContext db, DateWords dates)
{
    /// <summary>Those of a person, the newest first; for who may see the person. They are forgotten with the message, after a month.</summary>
    public async Task<IReadOnlyList<HeldMessage>> OfAsync(string personId, CancellationToken cancellationToken)
        => [.. (await db.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.HeldBackAt != null
                && (db.Set<Plan>().Any(plan => plan.PersonId == personId && plan.Id == message.About) || db.Set<Referral>().Any(referral => referral.PersonId == personId && referral.Id == message.About)))
            .OrderByDescending(message => message.HeldBackAt)
            .Select(message => new { message.Channel, message.CreatedAt, message.HeldBackAt, message.HeldBackFor })
            .ToListAsync(cancellationToken))
            .Select(row => new HeldMessage(row.Channel == OutboxChannel.Text, dates.DateOf(row.CreatedAt), dates.DateOf(row.HeldBackAt!.Value), row.HeldBackFor!))];
}
