using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Search.Data;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>
/// Gives the index as it is now. After a change of the tenant's content, by whichever machine, the list of segments is read
/// again, and of the segments only those that are new.
/// </summary>
internal sealed class IndexReader(PortalDbContext db, TenantContext tenant, IndexCache cache)
{
    /// <summary>Segments can be put together between reading their list and reading them; then the list is read again.</summary>
    private const int Attempts = 5;

    public async Task<IndexSnapshot> ReadAsync(CancellationToken cancellationToken)
    {
        var kept = cache.Of(tenant.Tenant.Name);
        var version = tenant.Profile.Version;
        // What this scope has saved is not in its version, and what is not committed yet is nobody else's business.
        var isOwn = db.SavedVersion is not null || db.IsInTransaction;
        if (!isOwn && kept.Snapshot is { } known && known.Version >= version) return known;
        if (isOwn) return await ReadAsync(kept.Snapshot, version, cancellationToken);

        await kept.Reading.WaitAsync(cancellationToken);
        try
        {
            if (kept.Snapshot is { } read && read.Version >= version) return read;
            return kept.Snapshot = await ReadAsync(kept.Snapshot, version, cancellationToken);
        }
        finally
        {
            kept.Reading.Release();
        }
    }

    /// <summary>The words to propose, those of new segments read now.</summary>
    public async Task<Words.KnownWords> ReadWordsAsync(IndexSnapshot snapshot, CancellationToken cancellationToken)
    {
        var words = cache.Of(tenant.Tenant.Name).Words;
        var ids = snapshot.Segments.Select(segment => segment.Id).ToHashSet(StringComparer.Ordinal);
        var missing = words.Missing(ids);
        var read = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            var rows = await db.Set<SearchSegment>().AsNoTracking().Where(segment => missing.Contains(segment.Id)).Select(segment => new { segment.Id, segment.Words }).ToListAsync(cancellationToken);
            foreach (var row in rows) read[row.Id] = row.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }

        return words.Of(ids, read);
    }

    private async Task<IndexSnapshot> ReadAsync(IndexSnapshot? before, long version, CancellationToken cancellationToken)
    {
        var known = before?.Segments.ToDictionary(segment => segment.Id, StringComparer.Ordinal) ?? [];
        for (var attempt = 1; ; attempt++)
        {
            var list = await db.Set<SearchSegment>().AsNoTracking().OrderBy(segment => segment.First).Select(segment => new { segment.Id, segment.Gone }).ToListAsync(cancellationToken);
            var missing = list.Where(segment => !known.ContainsKey(segment.Id)).Select(segment => segment.Id).ToList();
            if (missing.Count > 0)
            {
                var read = db.Set<SearchSegment>().AsNoTracking().Where(segment => missing.Contains(segment.Id)).Select(segment => new { segment.Id, segment.Data });
                await foreach (var segment in read.AsAsyncEnumerable().WithCancellation(cancellationToken)) known[segment.Id] = new SegmentInUse(segment.Id, SegmentFile.Read(segment.Data), []);
            }

            if (attempt < Attempts && list.Exists(segment => !known.ContainsKey(segment.Id))) continue;
            return new IndexSnapshot(version, [.. list.Where(segment => known.ContainsKey(segment.Id)).Select(segment => InUse(known[segment.Id], segment.Gone))]);
        }
    }

    private static SegmentInUse InUse(SegmentInUse known, byte[] gone)
        => gone.Length == known.Gone * sizeof(long) ? known : new SegmentInUse(known.Id, known.Content, MemoryMarshal.Cast<byte, long>(gone).ToArray());
}
