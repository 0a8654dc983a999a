using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Tenancy.Data;

namespace Portal.Tenancy.Services;

/// <summary>Keeps reference data of all tenants in the platform's own database.</summary>
internal sealed class SharedBlocks(TenancyDbContext db) : ISharedBlocks
{
    /// <summary>So many blocks are read or written at once: some ten kilobytes each.</summary>
    private const int AtOnce = 200;

    public async Task<byte[]?> ReadAsync(string kind, string key, CancellationToken cancellationToken)
        => await db.Blocks.AsNoTracking().Where(block => block.Kind == kind && block.Key == key).Select(block => block.Data).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(string kind, IReadOnlySet<string> keys, CancellationToken cancellationToken)
    {
        var blocks = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var some in keys.Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            foreach (var block in await db.Blocks.AsNoTracking().Where(block => block.Kind == kind && some.Contains(block.Key)).ToListAsync(cancellationToken)) blocks[block.Key] = block.Data;
        }

        return blocks;
    }

    public async Task<IReadOnlySet<string>> KeysAsync(string kind, CancellationToken cancellationToken)
        => (await db.Blocks.AsNoTracking().Where(block => block.Kind == kind).Select(block => block.Key).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);

    public async Task<BlockChanges> ReplaceAsync(string kind, IReadOnlyDictionary<string, byte[]> blocks, bool isDryRun, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var before = await KeysAsync(kind, cancellationToken);
        var gone = before.Where(key => !blocks.ContainsKey(key)).ToList();
        var (added, changed, unchanged) = (0, 0, 0);
        foreach (var keys in blocks.Keys.Order(StringComparer.Ordinal).Chunk(AtOnce))
        {
            var present = keys.Where(before.Contains).ToList();
            var kept = present.Count == 0 ? [] : await db.Blocks.Where(block => block.Kind == kind && present.Contains(block.Key)).ToDictionaryAsync(block => block.Key, StringComparer.Ordinal, cancellationToken);
            foreach (var key in keys)
            {
                if (!kept.TryGetValue(key, out var block))
                {
                    added++;
                    db.Add(new SharedBlock { Kind = kind, Key = key, Data = blocks[key] });
                }
                else if (block.Data.AsSpan().SequenceEqual(blocks[key]))
                {
                    unchanged++;
                }
                else
                {
                    changed++;
                    block.Data = blocks[key];
                }
            }

            if (!isDryRun) await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        if (!isDryRun)
        {
            foreach (var keys in gone.Chunk(AtOnce)) await db.Blocks.Where(block => block.Kind == kind && keys.Contains(block.Key)).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new BlockChanges(added, changed, gone.Count, unchanged);
    }
}
