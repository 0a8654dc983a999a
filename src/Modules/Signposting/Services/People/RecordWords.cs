using Microsoft.Extensions.Localization;
using Portal.Platform.Languages;
using Portal.Platform.Web;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.People;

/// <summary>Writes the sections in words that are filled in only where a service needs them; <see cref="SectionWords"/> writes the others.</summary>
internal sealed class RecordWords(IStringLocalizer<RecordText> words, DateWords dates)
{
    public IReadOnlyList<SectionRow> Of(Contacts contacts) => [.. contacts.Items.Select(contact => new SectionRow(words["Contacts.Row"], InLines(contact)))];

    /// <summary>What may be said to somebody, in words: that nothing may, when nothing was allowed.</summary>
    public IReadOnlyList<string> Allowed(RelevantContact contact) => contact.May.Count == 0 ? [words["Contacts.MayNothing"]] : [.. contact.May.Select(what => words[$"Contacts.May.{what}"].Value)];

    /// <summary>Who somebody is: name, what they are to the person, and what else.</summary>
    public string Name(RelevantContact contact) => string.Join(", ", new[] { contact.Name, contact.Relation }.OfType<string>().Concat(contact.Is.Select(part => words[$"Contacts.Is.{part}"].Value)));

    public IReadOnlyList<SectionRow> Of(Safeguarding safeguarding) =>
    [
        .. safeguarding.Items.Select(concern => new SectionRow(Span("Safeguarding.Concern", concern.On, concern.Until), Lines(concern.What, concern.Comment))),
        .. Over("Safeguarding.LookedAfter", safeguarding.LookedAfterFrom, safeguarding.LookedAfterUntil, safeguarding.LookedAfterBy),
        .. Over("Safeguarding.Unborn", safeguarding.UnbornFrom, safeguarding.UnbornUntil, safeguarding.UnbornBy),
    ];

    public IReadOnlyList<SectionRow> Of(Health health) =>
    [
        .. Rows("Health", ("Issues", health.Issues), ("InOwnWords", health.InOwnWords), ("Summary", health.Summary)),
        .. Chosen("Health.Pregnancy", health.Pregnancy),
        .. Said("Health.DueOn", Date(health.DueOn)),
    ];

    public IReadOnlyList<SectionRow> Of(SocialContext social) =>
    [
        .. Rows(
            "Social",
            ("Household", social.Household),
            ("Dependants", social.Dependants),
            ("Accommodation", social.Accommodation),
            ("HomeEnvironment", social.HomeEnvironment),
            ("Access", social.Access),
            ("Occupation", social.Occupation),
            ("Education", social.Education),
            ("Circumstances", social.Circumstances),
            ("Lifestyle", social.Lifestyle)),
        .. Chosen("Social.Smoking", social.Smoking),
        .. Rows("Social", ("SmokingDetails", social.SmokingDetails)),
        .. Said("Social.SmokingStopped", Date(social.SmokingStopped)),
        .. Rows("Social", ("Alcohol", social.Alcohol), ("Drugs", social.Drugs)),
    ];

    public IReadOnlyList<SectionRow> Of(CareServices services)
        => [.. services.Items.Select(service => new SectionRow(Span("Services.Service", service.From, service.Until), Lines(service.Name, service.Kind, service.Authority, service.Funding)))];

    public IReadOnlyList<SectionRow> Of(Particulars more) =>
    [
        .. Rows(
            "Particulars",
            ("NameSuffix", more.NameSuffix),
            ("PlaceOfBirth", more.PlaceOfBirth),
            ("MaritalStatus", more.MaritalStatus),
            ("SexualOrientation", more.SexualOrientation),
            ("School", more.School)),
        .. more.Immigration is { } status ? [new SectionRow(Span("Particulars.Immigration", more.ImmigrationFrom, more.ImmigrationUntil), Lines(status, more.ImmigrationNote))] : Array.Empty<SectionRow>(),
        .. Rows("Particulars", ("OverseasVisitor", more.OverseasVisitor), ("OrganDonation", more.OrganDonation), ("OtherIdentifiers", more.OtherIdentifiers), ("Photograph", more.Photograph)),
    ];

    private string InLines(RelevantContact contact) => Lines([Name(contact), contact.Phone, contact.Email, .. Allowed(contact), contact.Note]);

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => line is { Length: > 0 }));

    private IEnumerable<SectionRow> Over(string key, TypedDate from, TypedDate until, string? by)
        => from.Value is null && by is null ? [] : [new SectionRow(words[key], Lines(Span("Safeguarding.Time", from, until), by))];

    /// <summary>A label with the days from when and until when.</summary>
    private string Span(string key, TypedDate from, TypedDate until) => (Date(from), Date(until)) switch
    {
        ({ } start, { } end) => words["Span.FromTo", words[key].Value, start, end],
        ({ } start, null) => words["Span.From", words[key].Value, start],
        (null, { } end) => words["Span.To", words[key].Value, end],
        _ => words[key],
    };

    private IEnumerable<SectionRow> Rows(string section, params (string Field, string? Value)[] fields) => fields.SelectMany(field => Said($"{section}.{field.Field}", field.Value, isTyped: true));

    private IEnumerable<SectionRow> Chosen(string key, string? choice) => Said(key, choice is null ? null : words[$"{key}.{choice}"].Value);

    private IEnumerable<SectionRow> Said(string key, string? value, bool isTyped = false) => value is { Length: > 0 } ? [new SectionRow(words[key], value, isTyped)] : [];

    private string? Date(TypedDate date) => date.Value is { } day ? dates.Date(day) : null;
}
