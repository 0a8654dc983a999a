using Microsoft.Extensions.Caching.Memory;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>Keeps the index of each tenant that is searched in memory, for some time after the last search. Singleton.</summary>
internal sealed class IndexCache : IDisposable
{
    private static readonly TimeSpan idle = TimeSpan.FromMinutes(20);
    private readonly MemoryCache tenants = new(new MemoryCacheOptions());

    /// <summary>What is kept of a tenant; empty at first.</summary>
    public KeptIndex Of(string tenantName) => tenants.GetOrCreate(tenantName, entry =>
    {
        entry.SlidingExpiration = idle;
        return new KeptIndex();
    })!;

    /// <summary>Drops what is kept of a tenant.</summary>
    public void Forget(string tenantName) => tenants.Remove(tenantName);

    public void Dispose() => tenants.Dispose();
}

/// <summary>The index of one tenant as last read.</summary>
internal sealed class KeptIndex
{
    private volatile IndexSnapshot? snapshot;

    /// <summary>Held by whoever reads, so that those who come meanwhile wait for what is being read instead of reading it too.</summary>
    public SemaphoreSlim Reading { get; } = new(1);

    public IndexSnapshot? Snapshot
    {
        get => snapshot;
        set => snapshot = value;
    }

    /// <summary>The words to propose.</summary>
    public Vocabulary Words { get; } = new();

    /// <summary>What was shown of entries lately.</summary>
    public ShownTexts Texts { get; } = new();
}
