using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Messages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>The referrals that led to the record.</summary>
internal sealed class ReferralsKept(PortalDbContext db, ReferralWords referralWords, PrivateText texts, TenantContext tenant, DateWords dates, IStringLocalizer<ReferralText> words) : IKeptOnPeople
{
    public int Order => 2;

    public IReadOnlyList<Type> Kinds { get; } = [typeof(Referral)];

    public async Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var referrals = await db.Set<Referral>().AsNoTracking().Where(referral => referral.PersonId == file.Person.Id).OrderBy(referral => referral.SentAt).ToListAsync(cancellationToken);
        foreach (var referral in referrals)
        {
            var answer = referral.Answer(texts);
            file.Add(words["Referral.Title", referral.Reference],
            [
                new SectionRow(words["Referral.SentOn", dates.Date(dates.DateOf(referral.SentAt!.Value))], $"SNOMED CT {referral.Code}", IsTyped: false),
                .. referralWords.Of(referral.Content(texts)).SelectMany(step => step.Rows),
                .. answer is null ? Array.Empty<SectionRow>() : [new SectionRow(words["Decline.Words"], answer)],
            ]);
        }

        file.Set("referral_details", referrals.Count == 0 ? RecordJson.NotAsked : FileJson.Of(("referral_details_record_entry", FileJson.List(referrals.Select(Entry)))));
    }

    public Task EraseAsync(string personId, CancellationToken cancellationToken) => EraseAsync(db.Set<Referral>().Where(referral => referral.PersonId == personId), cancellationToken);

    /// <summary>Takes referrals out of the database with the letters about them.</summary>
    public async Task EraseAsync(IQueryable<Referral> referrals, CancellationToken cancellationToken)
    {
        // Letters to referrers carry the reference; those that wait still would tell of the person.
        foreach (var reference in await referrals.Select(referral => referral.Reference).ToListAsync(cancellationToken))
            await db.Set<OutboxMessage>().Where(message => message.Text.Contains(reference) || message.Subject.Contains(reference)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<OutboxMessage>().Where(message => referrals.Any(referral => referral.Id == message.About)).ExecuteDeleteAsync(cancellationToken);
        await referrals.ExecuteDeleteAsync(cancellationToken);
    }

    public Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken)
        => Hanging.MoveAsync(db.Set<Referral>(), fromId, toId, only, cancellationToken);

    private JsonObject? Entry(Referral referral)
    {
        var content = referral.Content(texts);
        var referrer = content.Referrer ?? new Referrer();
        var settings = tenant.Settings;
        return FileJson.Of(
            ("date", FileJson.Date(dates.DateOf(referral.SentAt!.Value))),
            ("coded_value", FileJson.Text(referral.Code)),
            ("referrer_details", FileJson.Of(
                ("name", JsonValue.Create(referrer.Name ?? (referrer.Who == Referrer.Myself ? content.Who?.FullName : null) ?? "")),
                ("role", FileJson.Text(referrer.Role ?? referrer.Relation)),
                ("service", FileJson.Words(referrer.Organisation) ?? FileJson.Choice("self-referral")),
                ("organisation", FileJson.Words(referrer.Organisation) ?? FileJson.Choice("none")),
                ("contact_details", JsonValue.Create(string.Join('\n', new[] { referrer.Email, referrer.Phone }.OfType<string>()))))),
            ("referral_method", FileJson.Text(referral.Source switch
            {
                ReferralSource.Practice => "practice-link",
                ReferralSource.Professional => "professional-account",
                ReferralSource.Self => "self-referral",
                _ => "entered-by-team",
            })),
            ("reason_for_referral", FileJson.Of(("free_text", FileJson.Text(content.Reason?.Words)), ("hopes", FileJson.Text(content.Reason?.Hopes)))),
            ("referral_to", FileJson.Of(("service", FileJson.Words(settings.Name)), ("contact_details", FileJson.Text(string.Join('\n', new[] { settings.ContactEmail, settings.ContactPhone }.OfType<string>()))))),
            ("return_response_to", FileJson.Text(content.Agreement?.TellsReferrer == true ? referrer.Email : null)));
    }
}
