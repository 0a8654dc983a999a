using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.People;

/// <summary>A field that is filled in, with its label.</summary>
/// <param name="IsTyped">True when the value was typed and so may be in any language.</param>
internal sealed record SectionRow(string Label, string Value, bool IsTyped = true);

/// <summary>Writes sections in words: label and value of every field that is filled in.</summary>
internal sealed class SectionWords(IStringLocalizer<PeopleText> words, IStringLocalizer<RecordText> record, RecordWords more, DateWords dates)
{
    public IReadOnlyList<SectionRow> Of(Who who) =>
    [
        .. Rows("Who", ("Title", who.Title), ("FirstName", who.FirstName), ("FamilyName", who.FamilyName), ("PreferredName", who.PreferredName), ("OtherName", who.OtherName)),
        .. Said("Who.Born", Born(who)),
        .. Said("Who.NhsNumber", who.Nhs?.ToString()),
    ];

    public IReadOnlyList<SectionRow> Of(Reach reach) =>
    [
        .. Rows("Reach", ("Phone", reach.Phone), ("OtherPhone", reach.OtherPhone), ("Email", reach.Email)),
        .. Chosen("Reach.Best", reach.Best),
        .. Rows("Reach", ("When", reach.When)),
        .. Listed("Reach.Avoid", reach.Avoid),
        .. Rows("Reach", ("SafetyNote", reach.SafetyNote), ("Others", reach.Others)),
    ];

    public IReadOnlyList<SectionRow> Of(Communication needs) =>
    [
        .. Said("Communication.Reads", needs.Reads is { } code ? LanguageName(code) : null),
        .. Rows("Communication", ("Speaks", needs.Speaks)),
        .. Chosen("Communication.Interpreter", needs.Interpreter),
        .. Rows("Communication", ("InterpreterKind", needs.InterpreterKind)),
        .. Listed("Communication.Needs", needs.Needs),
        .. Rows("Communication", ("Note", needs.Note)),
        .. Said("Communication.ReviewOn", Date(needs.ReviewOn)),
    ];

    public IReadOnlyList<SectionRow> Of(Risks risks) =>
    [
        .. risks.Answer == Risks.NoneKnown ? Chosen("Risks.Answer", risks.Answer) : [],
        .. risks.Items.Select(risk => new SectionRow(
            risk.EndedOn.Value is { } ended ? words["Risks.Over", dates.Date(ended)] : risk.Since.Value is { } since ? words["Risks.Since", dates.Date(since)] : words["Risks.What"],
            risk.Comment is null ? risk.What! : $"{risk.What}\n{risk.Comment}")),
    ];

    public IReadOnlyList<SectionRow> Of(HomeAddress address) =>
    [
        .. Said("Address.Whole", string.Join('\n', new[] { address.Line1, address.Line2, address.Line3, address.Line4, address.Line5, address.Postcode }.OfType<string>()), isTyped: true),
        .. Chosen("Address.Kind", address.Kind),
    ];

    public IReadOnlyList<SectionRow> Of(GpPractice practice) => Rows("Practice", ("Name", practice.Name), ("GpName", practice.GpName), ("Details", practice.Details), ("Identifier", practice.Identifier));

    public IReadOnlyList<SectionRow> Of(AboutMe about) =>
    [
        .. OwnWords(about),
        .. about.Media is { } place ? [new SectionRow(record["AboutMe.Media"], place)] : Array.Empty<SectionRow>(),
    ];

    private IReadOnlyList<SectionRow> OwnWords(AboutMe about) => Rows(
        "AboutMe",
        ("Important", about.Important),
        ("People", about.People),
        ("Communicate", about.Communicate),
        ("Wellness", about.Wellness),
        ("DoAndDont", about.DoAndDont),
        ("Support", about.Support),
        ("Also", about.Also),
        ("WrittenWith", about.WrittenWith));

    public IReadOnlyList<SectionRow> Of(Requirements needed)
        => Rows("Requirements", ("Adjustments", needed.Adjustments), ("Impairments", needed.Impairments), ("Mobility", needed.Mobility), ("Other", needed.Other));

    public IReadOnlyList<SectionRow> Of(Background background) =>
    [
        .. Chosen("Background.Sex", background.Sex),
        .. Rows("Background", ("Gender", background.Gender), ("Pronoun", background.Pronoun)),
        .. Chosen("Background.EthnicGroup", background.EthnicGroup),
        .. Rows("Background", ("Ethnicity", background.Ethnicity), ("Religion", background.Religion)),
        .. Chosen("Background.Carer", background.Carer),
    ];

    /// <summary>All sections of a record, in their order, with what is filled in.</summary>
    public IReadOnlyList<(PersonSection Section, IReadOnlyList<SectionRow> Rows)> Of(Person person, PrivateText texts) =>
    [
        (PersonSection.Who, Rows<Who>(person, texts, Of)),
        (PersonSection.Reach, Rows<Reach>(person, texts, Of)),
        (PersonSection.Communication, Rows<Communication>(person, texts, Of)),
        (PersonSection.Risks, Rows<Risks>(person, texts, Of)),
        (PersonSection.Address, Rows<HomeAddress>(person, texts, Of)),
        (PersonSection.Practice, Rows<GpPractice>(person, texts, Of)),
        (PersonSection.AboutMe, Rows<AboutMe>(person, texts, Of)),
        (PersonSection.Requirements, Rows<Requirements>(person, texts, Of)),
        (PersonSection.Background, Rows<Background>(person, texts, Of)),
        (PersonSection.Contacts, Rows<Contacts>(person, texts, more.Of)),
        (PersonSection.Safeguarding, Rows<Safeguarding>(person, texts, more.Of)),
        (PersonSection.Health, Rows<Health>(person, texts, more.Of)),
        (PersonSection.Social, Rows<SocialContext>(person, texts, more.Of)),
        (PersonSection.Services, Rows<CareServices>(person, texts, more.Of)),
        (PersonSection.Particulars, Rows<Particulars>(person, texts, more.Of)),
    ];

    /// <summary>Date of birth with the age.</summary>
    public string? Born(Who who)
        => who.Born.Value is not { } born ? null : who.AgeOn(dates.Today) is { } age ? $"{dates.Date(born)} ({words.Count("Who.Age", age)})" : dates.Date(born);

    /// <summary>Name of a language in the reader's.</summary>
    public static string LanguageName(string code)
        => LanguageInfo.Find(code)?.NameIn(LanguageInfo.Of(Thread.CurrentThread.CurrentUICulture.Name)) ?? code;

    private static IReadOnlyList<SectionRow> Rows<T>(Person person, PrivateText texts, Func<T, IReadOnlyList<SectionRow>> of)
        where T : class, IPersonSection<T>, new()
        => person.Read<T>(texts) is { } section ? of(section) : [];

    private IReadOnlyList<SectionRow> Rows(string section, params (string Field, string? Value)[] fields)
        => [.. fields.Where(field => field.Value is { Length: > 0 }).Select(field => new SectionRow(words[$"{section}.{field.Field}"], field.Value!))];

    private IEnumerable<SectionRow> Said(string key, string? value, bool isTyped = false)
    {
        if (value is { Length: > 0 }) yield return new SectionRow(words[key], value, isTyped);
    }

    private IEnumerable<SectionRow> Chosen(string key, string? choice) => Said(key, choice is null ? null : words[$"{key}.{choice}"].Value);

    private IEnumerable<SectionRow> Listed(string key, IReadOnlyList<string> choices) => Said(key, string.Join('\n', choices.Select(choice => words[$"{key}.{choice}"].Value)));

    private string? Date(TypedDate date) => date.Value is { } day ? dates.Date(day) : null;
}
