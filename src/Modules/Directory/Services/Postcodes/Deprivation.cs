using System.Diagnostics.CodeAnalysis;
using System.Text;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services.Postcodes;

/// <summary>Tells the deciles that were read for all tenants.</summary>
internal sealed class Deprivation(ISharedBlocks blocks) : IDeprivation
{
    /// <summary>Blocks of deciles, one for each outcode, and one that says what the index is called.</summary>
    public const string Kind = "directory.deprivation";

    /// <summary>Key of the block with the name of the index. No outcode.</summary>
    public const string Source = "source";

    public async Task<IReadOnlyDictionary<string, int>> DecilesAsync(IReadOnlyCollection<string> postcodes, CancellationToken cancellationToken)
    {
        var wanted = postcodes.Select(Postcode.Parse).OfType<Postcode>().Where(postcode => postcode.Incode is not null).Distinct().ToList();
        var deciles = new Dictionary<string, int>(new AnySpelling());
        if (wanted.Count == 0) return deciles;
        var known = await blocks.ReadAsync(Kind, wanted.Select(postcode => postcode.Outcode).ToHashSet(StringComparer.Ordinal), cancellationToken);
        foreach (var postcode in wanted)
        {
            if (known.TryGetValue(postcode.Outcode, out var bytes) && new DecileBlock(bytes).Find(postcode.Incode!) is { } decile) deciles[postcode.ToString()] = decile;
        }

        return deciles;
    }

    public async Task<string?> SourceAsync(CancellationToken cancellationToken)
        => await blocks.ReadAsync(Kind, Source, cancellationToken) is { } name ? Encoding.UTF8.GetString(name) : null;

    /// <summary>"bd87hy" and "BD8 7HY" are one postcode, so that whoever asks need not write them alike first.</summary>
    private sealed class AnySpelling : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(Plain(x), Plain(y), StringComparison.Ordinal);

        public int GetHashCode([DisallowNull] string obj) => string.GetHashCode(Plain(obj), StringComparison.Ordinal);

        private static string? Plain(string? typed) => typed is null ? null : Postcode.Parse(typed)?.ToString() ?? typed;
    }
}
