using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using Portal.Search.Data;

namespace Portal.Search.Services;

/// <summary>
/// Gathers what is put and removed, and writes it at once inside the next save: a fixed number of statements and a few rows per
/// item, however many items a recipe brings. Scoped, as the context it writes to.
/// </summary>
internal sealed class SearchIndex(PortalDbContext db) : ISearchIndex
{
    /// <summary>How many items one DELETE names.</summary>
    private const int Batch = 500;

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

    private void WriteWithNextSave()
    {
        if (cleared.Count == 0 && changed.Count == 0) db.BeforeSaving(WriteAsync);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await DeleteAsync(cancellationToken);
        var items = changed.Values.OfType<SearchItem>().ToList();
        if (items.Count > 0)
        {
            db.AddRange(items.Select(EntryWriter.Write));
            await AddWordsAsync(items.SelectMany(EntryWriter.WordsToPropose).ToHashSet(StringComparer.Ordinal), cancellationToken);
        }

        cleared.Clear();
        changed.Clear();
    }

    private async Task DeleteAsync(CancellationToken cancellationToken)
    {
        var entries = db.Set<SearchEntry>();
        foreach (var kind in cleared) await entries.Where(entry => entry.Kind == kind).ExecuteDeleteAsync(cancellationToken);
        foreach (var kind in changed.Keys.Where(key => !cleared.Contains(key.Kind)).GroupBy(key => key.Kind, StringComparer.Ordinal))
        {
            foreach (var ids in kind.Select(key => key.ItemId).Chunk(Batch))
                await entries.Where(entry => entry.Kind == kind.Key && ids.Contains(entry.ItemId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task AddWordsAsync(IReadOnlyCollection<string> words, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(words);
        // WHERE true keeps SQLite from reading ON as part of a join.
        var values = db.IsSqlite ? "json_each({0}) AS words WHERE true" : "json_array_elements_text({0}::json) AS words(value)";
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO search_words (\"Word\") SELECT value FROM {values} ON CONFLICT DO NOTHING", [json], cancellationToken);
    }
}
