using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;

namespace Portal.Signposting.Services.Rights;

/// <summary>Writes a record into the file for programs, section by section.</summary>
internal sealed class RecordElements(PrivateText texts, DateWords dates)
{
    /// <summary>Adds them, with the names of who looks after the person.</summary>
    public void AddTo(PersonFile file, string? worker, string? team)
    {
        var person = file.Person;
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
            ("keep_until", person.KeepUntil is { } kept ? FileJson.Date(kept) : null),
            ("keep_reason", FileJson.Text(person.KeepReason(texts))),
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
