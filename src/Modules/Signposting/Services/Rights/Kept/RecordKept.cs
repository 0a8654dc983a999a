using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>The record itself: its sections, what the person agreed to, and who looks after them.</summary>
internal sealed class RecordKept(PortalDbContext db, SectionWords sections, CareNames care, PrivateText texts, DateWords dates, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words) : IKeptOnPeople
{
    public int Order => 1;

    public IReadOnlyList<Type> Kinds { get; } = [typeof(Person)];

    public async Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var person = file.Person;
        foreach (var (section, rows) in sections.Of(person, texts).Where(part => part.Section != PersonSection.Safeguarding || file.WithSafeguarding)) file.Add(people[$"Section.{section}"], rows);
        file.Add(people["Consent.Title"], [.. person.Consents(texts).Items.Select(consent => new SectionRow(people[$"Consent.Scope.{consent.Scope}"], InWords(consent), IsTyped: false))]);
        var (worker, team) = await care.OfAsync(person, cancellationToken);
        file.Add(people["Care.Title"], [.. Named(people["Care.Worker"], worker), .. Named(people["Care.Team"], team)]);
        file.Add(words["File.Record"],
        [
            new SectionRow(words["File.Begun"], dates.Instant(person.CreatedAt), IsTyped: false),
            .. person.ClosedAt is { } closed ? [new SectionRow(words["File.Closed"], dates.Instant(closed), IsTyped: false)] : Array.Empty<SectionRow>(),
        ]);
        AddJson(file, person, worker, team);
    }

    public async Task EraseAsync(string personId, CancellationToken cancellationToken)
        => await db.Set<Person>().Where(person => person.Id == personId).ExecuteDeleteAsync(cancellationToken);

    private static SectionRow[] Named(string label, string? name) => name is null ? [] : [new SectionRow(label, name)];

    private string InWords(Consent consent)
    {
        var given = people["Consent.GivenOn", dates.Date(consent.GivenOn), people[$"Consent.How.{consent.How}"].Value].Value;
        return consent.WithdrawnOn is { } day ? $"{given}\n{people["Consent.WithdrawnOn", dates.Date(day)].Value}" : given;
    }

    private void AddJson(PersonFile file, Person person, string? worker, string? team)
    {
        var (reach, needs, health) = (person.Read<Reach>(texts), person.Read<Communication>(texts), person.Read<Health>(texts));
        file.Set("person_demographics", RecordJson.Demographics(
            person.Read<Who>(texts) ?? new(), person.Read<HomeAddress>(texts), reach, person.Read<Background>(texts), person.Read<Particulars>(texts), person.Read<Contacts>(texts)));
        file.Set("gp_practice", RecordJson.Practice(person.Read<GpPractice>(texts)));
        file.Set("about_me", RecordJson.About(person.Read<AboutMe>(texts)));
        file.Set("individual_requirements", RecordJson.Needed(person.Read<Requirements>(texts)));
        if (file.WithSafeguarding) file.Set("safeguarding", RecordJson.Safe(person.Read<Safeguarding>(texts), dates.Today));
        file.Set("consent", RecordJson.Agreed(person.Consents(texts)));
        file.Set("presenting_complaints_or_issues", RecordJson.Issues(health));
        file.Set("clinical_summary", FileJson.Of(("clinical_summary", FileJson.Text(health?.Summary))));
        file.Set("social_context", RecordJson.Social(person.Read<SocialContext>(texts)));
        file.Set("services_and_care", RecordJson.Services(person.Read<CareServices>(texts)));
        file.Set("pregnancy_status", RecordJson.Pregnancy(health));
        file.Set("risks", RecordJson.Risk(person.Read<Risks>(texts)));
        file.SetOwn("record", FileJson.Of(
            ("begun_at", FileJson.Instant(person.CreatedAt)),
            ("changed_at", FileJson.Instant(person.ChangedAt)),
            ("closed_at", person.ClosedAt is { } closed ? FileJson.Instant(closed) : null),
            ("worker", FileJson.Text(worker)),
            ("team", FileJson.Text(team))));
        file.SetOwn("safe_contact", reach is null ? null : FileJson.Of(("avoid", FileJson.Texts(reach.Avoid)), ("when", FileJson.Text(reach.When)), ("safety_note", FileJson.Text(reach.SafetyNote)), ("others", FileJson.Text(reach.Others))));
        file.SetOwn("communication", needs is null ? null : FileJson.Of(
            ("reads", FileJson.Text(needs.Reads)),
            ("speaks", FileJson.Text(needs.Speaks)),
            ("interpreter", FileJson.Text(needs.Interpreter)),
            ("interpreter_kind", FileJson.Text(needs.InterpreterKind)),
            ("needs", FileJson.Texts(needs.Needs)),
            ("note", FileJson.Text(needs.Note)),
            ("review_on", FileJson.Date(needs.ReviewOn))));
    }
}
