namespace Portal.Platform.Data;

/// <summary>
/// Reference data that all tenants read and none writes, such as the postcodes of the country: blocks of bytes in the platform's own database. What a
/// block means only the module knows that put it there.
/// </summary>
public interface ISharedBlocks
{
    /// <summary>The block of that key, or null.</summary>
    /// <param name="kind">What it is a block of; begins with the id of the module.</param>
    Task<byte[]?> ReadAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>The blocks of those keys, by key; keys without a block are missing. A query for some hundred of them.</summary>
    Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(string kind, IReadOnlySet<string> keys, CancellationToken cancellationToken);

    /// <summary>The keys of all blocks of a kind.</summary>
    Task<IReadOnlySet<string>> KeysAsync(string kind, CancellationToken cancellationToken);

    /// <summary>
    /// Makes these the blocks of a kind: all of it or, when it fails or the program is stopped, nothing. Blocks that are as before are not written.
    /// </summary>
    /// <param name="isDryRun">True to say only what would change.</param>
    Task<BlockChanges> ReplaceAsync(string kind, IReadOnlyDictionary<string, byte[]> blocks, bool isDryRun, CancellationToken cancellationToken);
}

/// <summary>What replacing the blocks of a kind changes, in numbers of blocks.</summary>
public sealed record BlockChanges(int Added, int Changed, int Gone, int Unchanged);
