using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>Writes a record for the person's file: its sections, what the person agreed to, since when it is kept and until when.</summary>
internal sealed class RecordParts(SectionWords sections, PrivateText texts, DateWords dates, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words)
{
    /// <summary>Its parts; empty ones too.</summary>
    public IEnumerable<FilePart> Of(Person person, bool withSafeguarding) =>
    [
        .. sections.Of(person, texts).Where(part => part.Section != PersonSection.Safeguarding || withSafeguarding).Select(part => new FilePart(people[$"Section.{part.Section}"], part.Rows)),
        new FilePart(people["Consent.Title"], [.. person.Consents(texts).Items.Select(consent => new SectionRow(people[$"Consent.Scope.{consent.Scope}"], InWords(consent), IsTyped: false))]),
        new FilePart(
            words["File.Record"],
            [
                new SectionRow(words["File.Begun"], dates.Instant(person.CreatedAt), IsTyped: false),
                .. person.ClosedAt is { } closed ? [new SectionRow(words["File.Closed"], dates.Instant(closed), IsTyped: false)] : Array.Empty<SectionRow>(),
                .. person.KeepUntil is { } kept ? [new SectionRow(words["Due.KeptUntil", dates.Date(kept)], person.KeepReason(texts) ?? "")] : Array.Empty<SectionRow>(),
            ]),
    ];

    private string InWords(Consent consent)
    {
        var given = people["Consent.GivenOn", dates.Date(consent.GivenOn), people[$"Consent.How.{consent.How}"].Value].Value;
        return consent.WithdrawnOn is { } day ? $"{given}\n{people["Consent.WithdrawnOn", dates.Date(day)].Value}" : given;
    }
}
