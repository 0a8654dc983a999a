using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;
using Portal.Platform.Security;

namespace Portal.Directory.Services;

/// <summary>A thing in the queue and who looks after it.</summary>
internal sealed record QueueRow(ModerationRow Row, ModerationAssignment? Assignment);

/// <summary>What is asked of the queue.</summary>
/// <param name="Kind">Kind to keep to; null for all.</param>
/// <param name="Whose"><c>mine</c>, <c>nobody</c>, or null for all.</param>
internal sealed record QueueQuery(string? Kind, string? Whose, int Number);

/// <summary>A page of the queue.</summary>
/// <param name="Kinds">How many of each kind wait, under the present choice of whose.</param>
/// <param name="All">How many wait in all.</param>
/// <param name="Mine">How many of the present kind the reader looks after.</param>
/// <param name="Nobodys">How many of the present kind nobody looks after.</param>
internal sealed record QueuePage(Page<QueueRow> Rows, IReadOnlyList<(string Kind, int Count)> Kinds, int All, int Mine, int Nobodys);

/// <summary>One list of everything that waits for a moderator, whatever kind it is, the oldest first.</summary>
internal sealed class ModerationQueue(IEnumerable<IModerationSource> sources, Assignments assignments, CurrentActor actor)
{
    public const string Mine = "mine";
    public const string Nobodys = "nobody";
    private const int PageSize = 25;

    private readonly IReadOnlyList<IModerationSource> sources = [.. sources.OrderBy(source => source.Order)];

    public IModerationSource? SourceOf(string kind) => sources.FirstOrDefault(source => source.Kind == kind);

    public async Task<QueuePage> ReadAsync(QueueQuery query, CancellationToken cancellationToken)
    {
        var given = await assignments.AllAsync(cancellationToken);
        var kinds = new List<(string Kind, int Count)>();
        var (mine, nobodys) = (0, 0);
        foreach (var source in sources)
        {
            kinds.Add((source.Kind, await CountAsync(source, query.Whose, given, cancellationToken)));
            if (query.Kind is not null && query.Kind != source.Kind) continue;
            mine += await CountAsync(source, Mine, given, cancellationToken);
            nobodys += await CountAsync(source, Nobodys, given, cancellationToken);
        }

        var chosen = sources.Where(source => query.Kind is null || source.Kind == query.Kind).ToList();
        var total = kinds.Where(kind => query.Kind is null || kind.Kind == query.Kind).Sum(kind => kind.Count);
        var number = Math.Clamp(query.Number, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        var rows = new List<ModerationRow>();
        foreach (var source in chosen)
        {
            if (FilterOf(source.Kind, query.Whose, given) is { } filter) rows.AddRange(await source.OldestAsync(filter, number * PageSize, cancellationToken));
        }

        var byItem = given.ToDictionary(assignment => (assignment.Kind, assignment.ItemId));
        var page = rows.OrderBy(row => row.Since).ThenBy(row => row.Id, StringComparer.Ordinal).Skip((number - 1) * PageSize).Take(PageSize)
            .Select(row => new QueueRow(row, byItem.GetValueOrDefault((row.Kind, row.Id)))).ToList();
        return new QueuePage(new Page<QueueRow>(page, number, PageSize, total), kinds, kinds.Sum(kind => kind.Count), mine, nobodys);
    }

    /// <summary>How many of each kind wait, and how many of all nobody looks after.</summary>
    public async Task<IReadOnlyList<(string Kind, int Count)>> CountsAsync(CancellationToken cancellationToken)
    {
        var counts = new List<(string Kind, int Count)>();
        foreach (var source in sources) counts.Add((source.Kind, await source.CountAsync(ModerationFilter.None, cancellationToken)));
        return counts;
    }

    private async Task<int> CountAsync(IModerationSource source, string? whose, IReadOnlyList<ModerationAssignment> given, CancellationToken cancellationToken)
        => FilterOf(source.Kind, whose, given) is { } filter ? await source.CountAsync(filter, cancellationToken) : 0;

    /// <summary>What to ask of a source; null when there can be nothing.</summary>
    private ModerationFilter? FilterOf(string kind, string? whose, IReadOnlyList<ModerationAssignment> given)
    {
        var ids = given.Where(assignment => assignment.Kind == kind && (whose != Mine || assignment.UserId == actor.UserId)).Select(assignment => assignment.ItemId).ToList();
        return whose switch
        {
            Mine => ids.Count == 0 ? null : new ModerationFilter(ids, []),
            Nobodys => new ModerationFilter(null, ids),
            _ => ModerationFilter.None,
        };
    }
}
