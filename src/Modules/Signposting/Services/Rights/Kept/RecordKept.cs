using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>The record itself: its sections, what the person agreed to, and who looks after them.</summary>
internal sealed class RecordKept(PortalDbContext db, RecordParts parts, RecordElements elements, CareNames care, IStringLocalizer<PeopleText> people) : IKeptOnPeople
{
    public int Order => 1;

    public IReadOnlyList<Type> Kinds { get; } = [typeof(Person)];

    public async Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var person = file.Person;
        foreach (var part in parts.Of(person, file.WithSafeguarding)) file.Add(part.Title, part.Rows);
        var (worker, team) = await care.OfAsync(person, cancellationToken);
        file.Add(people["Care.Title"], [.. Named(people["Care.Worker"], worker), .. Named(people["Care.Team"], team)]);
        elements.AddTo(file, worker, team);
    }

    public async Task EraseAsync(string personId, CancellationToken cancellationToken)
        => await db.Set<Person>().Where(person => person.Id == personId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>The record is what is joined, not what moves.</summary>
    public Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    private static SectionRow[] Named(string label, string? name) => name is null ? [] : [new SectionRow(label, name)];
}
