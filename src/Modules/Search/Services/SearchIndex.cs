using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using Portal.Search.Data;

namespace Portal.Search.Services;

/// <summary>
/// Gathers what is put and removed, and writes it at once inside the next save: a fixed number of statements and a few rows per
/// item, however many items a recipe brings. Scoped, as the context it writes to.
/// </summary>
internal sealed class SearchIndex(PortalDbContext db, EntryTable entries, SegmentWriter segments) : ISearchIndex
{
    /// <summary>A number is a content version and so many bits that count the items of one save.</summary>
    private const int BitsInOneSave = 20;

    private readonly HashSet<string> cleared = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string ItemId), SearchItem?> changed = [];

    public Task PutAsync(SearchItem item, CancellationToken cancellationToken)
    {
        WriteWithNextSave();
        changed[(item.Kind, item.ItemId)] = item;
        return Task.CompletedTask;
    }

    public Task RemoveAsync(string kind, string itemId, CancellationToken cancellationToken)
    {
        WriteWithNextSave();
        changed[(kind, itemId)] = null;
        return Task.CompletedTask;
    }

    public Task ClearAsync(string kind, CancellationToken cancellationToken)
    {
        WriteWithNextSave();
        cleared.Add(kind);
        foreach (var key in changed.Keys.Where(key => key.Kind == kind).ToList()) changed.Remove(key);
        return Task.CompletedTask;
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => !await db.Set<SearchSegment>().AnyAsync(cancellationToken);

    private void WriteWithNextSave()
    {
        if (cleared.Count == 0 && changed.Count == 0) db.BeforeSaving(WriteAsync);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        var gone = new List<long>();
        foreach (var kind in cleared) gone.AddRange(await entries.ClearAsync(kind, cancellationToken));
        foreach (var kind in changed.Keys.Where(key => !cleared.Contains(key.Kind)).GroupBy(key => key.Kind, StringComparer.Ordinal))
            gone.AddRange(await entries.RemoveAsync(kind.Key, kind.Select(key => key.ItemId), cancellationToken));

        var items = changed.Values.OfType<SearchItem>().ToList();
        if (items.Count >= 1 << BitsInOneSave) throw new InvalidOperationException("Too many items for one save.");
        var added = items.ConvertAll(item => (Number: db.SavedVersion!.Value << BitsInOneSave, Item: item));
        for (var i = 0; i < added.Count; i++) added[i] = (added[i].Number + i, added[i].Item);
        await entries.AddAsync(added, cancellationToken);
        if (gone.Count > 0 || added.Count > 0) await segments.ChangeAsync(gone, added, cancellationToken);
        cleared.Clear();
        changed.Clear();
    }
}
