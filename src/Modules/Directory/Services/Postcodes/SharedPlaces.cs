using System.Collections.Concurrent;
using System.Text.Json;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services.Postcodes;

/// <summary>Reads the places that were imported for all tenants.</summary>
internal sealed class SharedPlaces(ISharedBlocks blocks, SharedPlacesCache cache)
{
    /// <summary>Blocks of postcodes, one for each outcode.</summary>
    public const string Postcodes = "directory.postcodes";

    /// <summary>One block: the middle of each outcode, from a table that has no more than these.</summary>
    public const string Outcodes = "directory.outcodes";

    /// <summary>One block: the towns.</summary>
    public const string Towns = "directory.towns";

    /// <summary>Key of a block that is the only one of its kind.</summary>
    public const string Only = "all";

    /// <summary>The postcodes of an outcode; null when none were imported.</summary>
    public Task<PostcodeBlock?> PostcodesAsync(string outcode, CancellationToken cancellationToken)
        => cache.GetAsync(Postcodes, outcode, () => ReadAsync(Postcodes, outcode, bytes => new PostcodeBlock(bytes), cancellationToken));

    /// <summary>The middle of an outcode from a table of outcodes; null when it is not in one.</summary>
    public async Task<NamedPoint?> OutcodeAsync(string outcode, CancellationToken cancellationToken)
        => (await cache.GetAsync(Outcodes, Only, () => ReadAsync(Outcodes, Only, OfNames, cancellationToken)))?.GetValueOrDefault(outcode)?[0];

    /// <summary>The towns of a name, which may be several.</summary>
    /// <param name="key">The name as <see cref="KeyOf"/> makes it.</param>
    public async Task<IReadOnlyList<NamedPoint>> TownsAsync(string key, CancellationToken cancellationToken)
        => (await cache.GetAsync(Towns, Only, () => ReadAsync(Towns, Only, OfNames, cancellationToken)))?.GetValueOrDefault(key) ?? [];

    /// <summary>Letters and digits in lower case: "Weston-super-Mare" and "weston super mare" are one place.</summary>
    public static string KeyOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>Writes named points as one block.</summary>
    public static byte[] Write(IEnumerable<NamedPoint> points)
        => JsonSerializer.SerializeToUtf8Bytes(points.OrderBy(point => point.Name, StringComparer.Ordinal).ThenBy(point => point.Latitude).ThenBy(point => point.Longitude).Distinct());

    private async Task<T?> ReadAsync<T>(string kind, string key, Func<byte[], T> read, CancellationToken cancellationToken)
        where T : class
        => await blocks.ReadAsync(kind, key, cancellationToken) is { } bytes ? read(bytes) : null;

    private static Dictionary<string, NamedPoint[]> OfNames(byte[] bytes)
        => JsonSerializer.Deserialize<List<NamedPoint>>(bytes)!.GroupBy(point => point.Name.Length <= 4 && point.Name.Any(char.IsAsciiDigit) ? point.Name : KeyOf(point.Name), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}

/// <summary>An outcode or a town, and where it is, in degrees.</summary>
internal sealed record NamedPoint(string Name, double Latitude, double Longitude);

/// <summary>Keeps what was read of the shared places for a while. They change a few times a year; a machine that did not import them itself sees it minutes later.</summary>
internal sealed class SharedPlacesCache(TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan howLong = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(string Kind, string Key), (object? Value, DateTimeOffset Until)> kept = new();

    /// <summary>What is kept, or else what is read now.</summary>
    public async Task<T?> GetAsync<T>(string kind, string key, Func<Task<T?>> read)
        where T : class
    {
        var now = clock.GetUtcNow();
        if (kept.TryGetValue((kind, key), out var known) && known.Until > now) return (T?)known.Value;
        var value = await read();
        if (kept.Count >= Most) kept.Clear();
        kept[(kind, key)] = (value, now + howLong);
        return value;
    }

    /// <summary>Forgets everything, after an import.</summary>
    public void Forget() => kept.Clear();
}
