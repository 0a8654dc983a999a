using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Search.Contracts;
using Portal.Search.Data;

namespace Portal.Search.Services;

/// <summary>Reads the columns, once per version of the tenant's content; who comes while they are being read waits for them.</summary>
internal sealed class IndexColumnsReader(PortalDbContext db, TenantContext tenant)
{
    public async Task<ReadersColumns> GetAsync(string language)
    {
        var kept = await tenant.Profile.GetOrReadAsync(() => Task.FromResult(new Kept()));
        // Not given up when the request is: others may wait for it.
        var entries = await kept.Entries.GetAsync("", _ => ReadEntriesAsync());
        return await kept.Readers.GetAsync(language, reader => ReadTextsAsync(entries, reader));
    }

    private async Task<IndexColumns> ReadEntriesAsync()
    {
        var rows = db.Set<SearchEntry>().AsNoTracking().OrderBy(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.Kind, entry.ItemId, entry.Facets, entry.Latitude, entry.Longitude, entry.Anywhere, entry.AssuredOn });
        var builder = new IndexColumnsBuilder();
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            var place = row is { Latitude: { } latitude, Longitude: { } longitude } ? new Point(latitude, longitude) : null;
            builder.Add(row.Number, row.Kind, row.ItemId, row.Facets, place, row.Anywhere, row.AssuredOn);
        }

        return builder.Build();
    }

    private async Task<ReadersColumns> ReadTextsAsync(IndexColumns entries, string language)
    {
        var rows = db.Set<SearchEntryText>().AsNoTracking().Select(text => new { text.Number, text.Language, text.Title });
        var builder = new ReadersColumnsBuilder(entries, language, tenant.Settings.FallbackChain(language));
        await foreach (var row in rows.AsAsyncEnumerable()) builder.Add(row.Number, row.Language, row.Title);
        return builder.Build();
    }

    private sealed class Kept
    {
        public OnceEach<IndexColumns> Entries { get; } = new();

        public OnceEach<ReadersColumns> Readers { get; } = new();
    }

    /// <summary>Reads each thing once; a reading that failed is tried again by the next who asks.</summary>
    private sealed class OnceEach<T>
    {
        private readonly ConcurrentDictionary<string, Lazy<Task<T>>> read = new(StringComparer.Ordinal);

        public Task<T> GetAsync(string name, Func<string, Task<T>> readAsync)
        {
            var lazy = read.GetOrAdd(name, key => new Lazy<Task<T>>(async () =>
            {
                await Task.Yield(); // SQLite reads without awaiting: the others would block on the lock instead of waiting
                return await readAsync(key);
            }));
            if (lazy.Value.IsFaulted && read.TryRemove(KeyValuePair.Create(name, lazy))) return GetAsync(name, readAsync);
            return lazy.Value;
        }
    }
}
