using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain;
using Portal.Signposting.Domain.Referrals;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;
using Portal.Signposting.Services.Referrals;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>Who looked at what is kept on the person, and who changed it: of the record, its plans and its referrals.</summary>
internal sealed class TrailKept(PortalDbContext db, DateWords dates, IStringLocalizer<PeopleText> people, IStringLocalizer<RightsText> words) : IKeptOnPeople
{
    public int Order => 9;

    public IReadOnlyList<Type> Kinds { get; } = [];

    public async Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var id = file.Person.Id;
        string[] records = [id, .. await MergesKept.IdsAsync(db, id, cancellationToken)];
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(entry => (entry.SubjectKind == PersonAccess.AuditSubject && records.Contains(entry.SubjectId))
                || (entry.SubjectKind == PlanAccess.AuditSubject && db.Set<Plan>().Any(plan => plan.PersonId == id && plan.Id == entry.SubjectId))
                || (entry.SubjectKind == ReferralForms.AuditSubject && db.Set<Referral>().Any(referral => referral.PersonId == id && referral.Id == entry.SubjectId)))
            .OrderBy(entry => entry.Number)
            .Select(entry => new { entry.At, entry.ActorName, entry.Action, entry.SubjectKind })
            .ToListAsync(cancellationToken);
        file.Add(words["File.Trail"], [.. entries.Select(entry => new SectionRow(dates.Instant(entry.At), $"{entry.ActorName}: {InWords(entry.SubjectKind, entry.Action)}"))]);
        file.SetOwn("trail", FileJson.List(entries.Select(entry => FileJson.Of(("at", FileJson.Instant(entry.At)), ("who", FileJson.Text(entry.ActorName)), ("action", FileJson.Text(entry.Action))))));
    }

    /// <summary>The trail stays, so that it can be seen that nothing was taken out of it: it holds ids and what was done, nothing of the person.</summary>
    public Task EraseAsync(string personId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What was done stays with the record it was done to.</summary>
    public Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    private string InWords(string kind, string action)
    {
        if (people["Action." + action] is { ResourceNotFound: false } known) return known.Value;
        var what = action.EndsWith(".viewed", StringComparison.Ordinal) || action.EndsWith(".opened", StringComparison.Ordinal) ? "Looked" : "Changed";
        return words[$"File.{what}.{kind}"];
    }
}
