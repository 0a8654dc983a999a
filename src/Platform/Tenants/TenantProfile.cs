using System.Collections.Concurrent;

namespace Portal.Platform.Tenants;

/// <summary>
/// What was read of a tenant at one version of its content. Anything cached for a tenant hangs on this object, so it is
/// dropped whole by the next change and can never be another tenant's.
/// </summary>
public sealed class TenantProfile(long version, TenantSettings settings, IReadOnlySet<string> features)
{
    private readonly ConcurrentDictionary<Type, object> cached = new();

    /// <summary>Counts the changes of the tenant's content.</summary>
    public long Version { get; } = version;

    /// <summary>The tenant's settings.</summary>
    public TenantSettings Settings { get; } = settings;

    /// <summary>Ids of the features that are on.</summary>
    public IReadOnlySet<string> Features { get; } = features;

    /// <summary>Reads something once per version of the content.</summary>
    /// <typeparam name="T">Type that names what is cached; one value per type.</typeparam>
    public async ValueTask<T> GetOrReadAsync<T>(Func<Task<T>> read)
        where T : class
    {
        if (cached.TryGetValue(typeof(T), out var found)) return (T)found;
        return (T)cached.GetOrAdd(typeof(T), await read());
    }
}
