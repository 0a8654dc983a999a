using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Platform.Data;
using Portal.Platform.Languages;
using Portal.Signposting.Domain.People;
using Portal.Signposting.Domain.Rights;
using Portal.Signposting.Resources;
using Portal.Signposting.Services.People;

namespace Portal.Signposting.Services.Rights.Kept;

/// <summary>Records that went into this one: they are still kept, so that it can be taken back.</summary>
internal sealed class MergesKept(PortalDbContext db, RecordParts parts, RecordElements elements, DateWords dates, IStringLocalizer<RightsText> words) : IKeptOnPeople
{
    public int Order => 5;

    public IReadOnlyList<Type> Kinds { get; } = [typeof(RecordMerge)];

    public async Task AddToFileAsync(PersonFile file, CancellationToken cancellationToken)
    {
        var id = file.Person.Id;
        var merges = await db.Set<RecordMerge>().AsNoTracking().Where(merge => merge.KeptId == id || merge.GoneId == id).OrderBy(merge => merge.At).ToListAsync(cancellationToken);
        file.Add(words["Merge.Title"], [.. merges.Select(merge => new SectionRow(words["Merge.Joined"], dates.Instant(merge.At), IsTyped: false))]);
        file.SetOwn("merges", FileJson.List(merges.Select(merge => FileJson.Of(("at", FileJson.Instant(merge.At)), ("undone_at", merge.UndoneAt is { } undone ? FileJson.Instant(undone) : null)))));
        var joined = new List<System.Text.Json.Nodes.JsonNode?>();
        foreach (var gone in await IdsAsync(db, id, cancellationToken))
        {
            if (await db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(person => person.Id == gone, cancellationToken) is not { } other) continue;
            var inner = new PersonFile { Person = other, WithSafeguarding = file.WithSafeguarding };
            elements.AddTo(inner, null, null);
            joined.Add(inner.Json);
            foreach (var part in parts.Of(other, file.WithSafeguarding)) file.Add(words["Merge.FromOther", part.Title], part.Rows);
        }

        file.SetOwn("joined_records", FileJson.List(joined));
    }

    public async Task EraseAsync(string personId, CancellationToken cancellationToken)
    {
        var gone = await IdsAsync(db, personId, cancellationToken);
        string[] all = [personId, .. gone];
        await db.Set<RecordMerge>().Where(merge => all.Contains(merge.KeptId) || all.Contains(merge.GoneId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<Person>().Where(person => gone.Contains(person.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A merge stays with the two records it is of.</summary>
    public Task<IReadOnlyList<string>> MoveAsync(string fromId, string toId, IReadOnlyList<string>? only, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Ids of the records that went into one, also by way of another.</summary>
    internal static async Task<IReadOnlyList<string>> IdsAsync(PortalDbContext db, string personId, CancellationToken cancellationToken)
    {
        var (found, last) = (new List<string>(), new List<string> { personId });
        while (last.Count > 0)
        {
            last = await db.Set<Person>().Where(person => person.MergedIntoId != null && last.Contains(person.MergedIntoId)).Select(person => person.Id).ToListAsync(cancellationToken);
            found.AddRange(last);
        }

        return found;
    }
}
