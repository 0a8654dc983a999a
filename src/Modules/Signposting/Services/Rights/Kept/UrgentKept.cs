using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>Who of another team looked at the record in an emergency, and why.</summary>
internal sealed class UrgentKept(PortalDbContext db, IUsers users, PrivateText texts, DateWords dates, IStringLocalizer<RightsText> words) : IKeptOnPeople
{
    public int Order => 4;

    public IReadOnlyList<Type> Kinds { get; } = [typeof(UrgentLook)];

    public async Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var looks = await db.Set<UrgentLook>().AsNoTracking().Where(look => look.PersonId == file.Person.Id).OrderBy(look => look.At).ToListAsync(cancellationToken);
        if (looks.Count == 0) return;
        var who = await users.FindAsync([.. looks.Select(look => look.UserId).Distinct(StringComparer.Ordinal)], cancellationToken);
        file.Add(words["Urgent.InFile"], [.. looks.Select(look => new SectionRow(dates.Instant(look.At), $"{who.GetValueOrDefault(look.UserId)?.Name}\n{look.Reason(texts)}"))]);
        file.SetOwn("urgent_looks", FileJson.List(looks.Select(look => FileJson.Of(
            ("at", FileJson.Instant(look.At)), ("until", FileJson.Instant(look.Until)), ("who", FileJson.Text(who.GetValueOrDefault(look.UserId)?.Name)), ("reason", FileJson.Text(look.Reason(texts)))))));
    }

    public async Task EraseAsync(string personId, CancellationToken cancellationToken)
        => await db.Set<UrgentLook>().Where(look => look.PersonId == personId).ExecuteDeleteAsync(cancellationToken);

    public Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken)
        => Hanging.MoveAsync(db.Set<UrgentLook>(), fromId, toId, only, cancellationToken);
}
