using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Messages.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Letters;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Letters;

/// <summary>A copy for whoever referred the person.</summary>
internal sealed record ReferrerCopy(string ReferralId, string To, string Language, string Subject, IReadOnlyList<LetterLine> Lines);

/// <summary>A closing letter before it goes.</summary>
/// <param name="Form">The form in which it is read, and <paramref name="Needed"/> the one the record asks for.</param>
/// <param name="NoCopy">Key of the words that say why there is no copy; null where there is one.</param>
internal sealed record ClosingDraft(Plan Plan, string Language, ReadingForm Form, ReadingForm? Needed, IReadOnlyList<LetterLine> Lines, SafeContact Safe, bool CanText, ReferrerCopy? Copy, string? NoCopy)
{
    /// <summary>By what it is known that the letter that goes is the one that was read.</summary>
    public string Fingerprint => TypedTexts.Fingerprint(JsonSerializer.Serialize(new { Lines, Copied = Copy?.Lines }, PortalJson.Options));
}

/// <summary>Which ways a closing letter goes.</summary>
internal sealed record ClosingWays(bool Email, bool Text, bool Print, bool Referrer)
{
    public bool IsNone => !Email && !Text && !Print;
}

/// <summary>What came of sending.</summary>
internal enum ClosingResult
{
    NotFound,

    /// <summary>The letter is no longer the one that was read.</summary>
    Changed,

    /// <summary>A way that was chosen is not safe, or not there any more.</summary>
    Unsafe,

    Sent,
}

/// <summary>Sums up a plan in a letter, sends it by ways that are safe for the person, and closes the plan.</summary>
internal sealed class ClosingDesk(
    PortalDbContext db, PlanAccess access, PlanEditor editor, PersonAccess people, ClosingWords closing, ReadingForms forms, IMessageWriter messages, IUsers users, PrivateText texts, TenantContext tenant, AuditLog audit, TimeProvider clock, IStringLocalizer<LetterText> words)
{
    /// <summary>The letter as it would go; null when there is no such plan for this worker, or it is closed.</summary>
    /// <param name="form">The form it is to have; null for the one the record asks for.</param>
    public async Task<ClosingDraft?> DraftAsync(string planId, string ownWords, ReadingForm? form, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(planId, cancellationToken) is not { ClosedAt: null } plan) return null;
        var person = plan.PersonId is null ? null : await people.FindAsync(plan.PersonId, cancellationToken);
        // How the person may be reached stands on the page: that is a look at the record.
        if (person is not null) await people.RecordViewAsync(person.Id, cancellationToken);
        var worker = (await users.FindAsync([plan.WorkerId], cancellationToken)).GetValueOrDefault(plan.WorkerId)?.Name;
        var language = Offered(plan.Language);
        var needed = await forms.NeededAsync(plan.PersonId, cancellationToken);
        var chosen = form ?? needed ?? ReadingForm.Usual;
        var lines = await closing.LinesAsync(plan, language, ownWords, worker, cancellationToken);
        if (chosen == ReadingForm.Easy) lines = [.. lines.SelectMany(line => EasyLines.Of(line.Text).Select(sentence => line with { Text = sentence }))];
        var (copy, noCopy) = await CopyAsync(plan, person, ownWords, worker, cancellationToken);
        return new ClosingDraft(plan, language, chosen, needed, lines, SafeContact.Of(person?.Read<Reach>(texts)), await messages.CanTextAsync(cancellationToken), copy, noCopy);
    }

    /// <summary>Sends the letter that was read, and closes the plan. Answers with the id of the letter that is kept.</summary>
    /// <param name="seen">Fingerprint of the letter as the page showed it.</param>
    public async Task<(ClosingResult Result, string? LetterId)> SendAsync(string planId, string ownWords, ReadingForm form, ClosingWays ways, string? seen, CancellationToken cancellationToken)
    {
        if (await DraftAsync(planId, ownWords, form, cancellationToken) is not { } draft) return (ClosingResult.NotFound, null);
        if (draft.Fingerprint != seen) return (ClosingResult.Changed, null);
        if (ways.IsNone || (ways.Email && draft.Safe.Email is null) || (ways.Text && (draft.Safe.Mobile is null || !draft.CanText)) || (ways.Referrer && draft.Copy is null)) return (ClosingResult.Unsafe, null);
        var id = Ids.New(clock);
        var revision = draft.Plan.Revision;
        var isOlder = false;
        db.DiscardChanges();
        var result = await editor.ChangeAsync(
            planId,
            "plan.closing-letter",
            plan =>
            {
                // Somebody changed the plan after the letter was written.
                isOlder = plan.Revision != revision;
                if (isOlder || !plan.Close(clock.GetUtcNow())) return false;
                Add(id, plan, draft, ways);
                return true;
            },
            cancellationToken);
        return result switch
        {
            ChangeResult.Changed => (ClosingResult.Sent, id),
            ChangeResult.Unchanged when isOlder => (ClosingResult.Changed, null),
            _ => (ClosingResult.NotFound, null),
        };
    }

    /// <summary>The letters of a plan, the newest first. Only for who may see the plan.</summary>
    public async Task<IReadOnlyList<ClosingLetter>> LettersAsync(string planId, CancellationToken cancellationToken)
        => await db.Set<ClosingLetter>().AsNoTracking().Where(letter => letter.PlanId == planId).OrderByDescending(letter => letter.At).ToListAsync(cancellationToken);

    private void Add(string id, Plan plan, ClosingDraft draft, ClosingWays ways)
    {
        var letter = new ClosingLetter { Id = id, PlanId = plan.Id, Language = draft.Language, Form = draft.Form, ById = access.WorkerId, At = clock.GetUtcNow(), ByEmail = ways.Email, ByText = ways.Text, ToReferrer = ways.Referrer };
        letter.SetLines(texts, draft.Lines);
        db.Add(letter);
        if (ways.Email) messages.Write(new LetterToWrite { About = plan.Id, To = draft.Safe.Email!, Language = draft.Language, Subject = LanguageInfo.Of(draft.Language).Say(() => words["Letter.Subject"].Value), Lines = draft.Lines, IsQuiet = true, IsLarge = draft.Form != ReadingForm.Usual, Heeded = draft.Safe.Note });
        if (ways.Text) messages.Write(new TextToWrite { About = plan.Id, To = draft.Safe.Mobile!, Language = draft.Language, Text = closing.Text(draft.Language), Heeded = draft.Safe.Note });
        if (ways.Referrer) messages.Write(new LetterToWrite { About = draft.Copy!.ReferralId, To = draft.Copy.To, Language = draft.Copy.Language, Subject = draft.Copy.Subject, Lines = draft.Copy.Lines });
        audit.Record("plan.closing-sent", PlanAccess.AuditSubject, plan.Id, after: new { Letter = id, ways.Email, ways.Text, ways.Print, ways.Referrer });
    }

    /// <summary>With the person's consent, whoever referred them hears how it went.</summary>
    private async Task<(ReferrerCopy? Copy, string? Why)> CopyAsync(Plan plan, Person? person, string ownWords, string? worker, CancellationToken cancellationToken)
    {
        if (person is null) return (null, "Way.Referrer.Nobody");
        var referral = (await db.Set<Referral>().AsNoTracking().Where(row => row.PersonId == person.Id && row.Source != ReferralSource.Self).OrderByDescending(row => row.SentAt).ToListAsync(cancellationToken))
            .Find(row => row.Content(texts).Referrer?.Email is { Length: > 0 });
        if (referral is null) return (null, "Way.Referrer.Nobody");
        if (person.Consents(texts).Present("referrer") is null) return (null, "Way.Referrer.NoConsent");
        var language = Offered(referral.Language);
        var name = person.Read<Who>(texts)?.FullName ?? plan.Name(texts);
        var lines = await closing.LinesAsync(plan, language, ownWords, worker, cancellationToken);
        return LanguageInfo.Of(language).Say(() => (new ReferrerCopy(
            referral.Id, referral.Content(texts).Referrer!.Email!, language, words["Copy.Subject", referral.Reference], [new LetterLine(LetterLineKind.Paragraph, words["Copy.About", name, referral.Reference]), .. lines]), (string?)null));
    }

    private string Offered(string language) => tenant.Settings.Languages.Contains(language, StringComparer.Ordinal) ? language : tenant.Settings.DefaultLanguage;
}
