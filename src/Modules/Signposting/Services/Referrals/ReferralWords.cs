using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Referrals;

/// <summary>Writes a referral in words: every step with what is filled in.</summary>
internal sealed class ReferralWords(SectionWords sections, IStringLocalizer<ReferralText> words, IStringLocalizer<PeopleText> people)
{
    public IReadOnlyList<(ReferralStep Step, IReadOnlyList<SectionRow> Rows)> Of(ReferralContent content) =>
    [
        (ReferralStep.Referrer, content.Referrer is { } referrer ? Of(referrer) : []),
        (ReferralStep.Who, content.Who is { } who ? sections.Of(who) : []),
        (ReferralStep.Reach, content.Reach is { } reach ? sections.Of(reach) : []),
        (ReferralStep.Communication, content.Communication is { } needs ? sections.Of(needs) : []),
        (ReferralStep.Reason, content.Reason is { } reason ? Rows(("Reason.Words", reason.Words), ("Reason.Hopes", reason.Hopes)) : []),
        (ReferralStep.Risks, content.Risks is { } risks ? sections.Of(risks) : []),
        (ReferralStep.Agreement, content.Agreement is { } agreement ? Of(agreement) : []),
    ];

    private SectionRow[] Of(Referrer referrer) =>
    [
        .. referrer.Who is { } who ? new[] { new SectionRow(words["Referrer.Who"], words["Referrer.Who." + who], IsTyped: false) } : [],
        .. Rows(("Referrer.Name", referrer.Name), ("Referrer.Relation", referrer.Relation), ("Referrer.RoleShort", referrer.Role), ("Referrer.Organisation", referrer.Organisation)),
        .. referrer.Email is { } email ? new[] { new SectionRow(people["Reach.Email"], email) } : [],
        .. referrer.Phone is { } phone ? new[] { new SectionRow(people["Reach.Phone"], phone) } : [],
    ];

    private SectionRow[] Of(Agreement agreement) =>
    [
        new SectionRow(words["Agreement.Short"], words[agreement.IsGiven ? "Agreement.Yes" : "Agreement.No"], IsTyped: false),
        new SectionRow(words["Agreement.TellsShort"], words[agreement.TellsReferrer ? "Agreement.Yes" : "Agreement.No"], IsTyped: false),
    ];

    private SectionRow[] Rows(params (string Key, string? Value)[] fields)
        => [.. fields.Where(field => field.Value is { Length: > 0 }).Select(field => new SectionRow(words[field.Key], field.Value!))];
}
