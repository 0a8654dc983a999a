using System.Collections.Concurrent;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>What was counted and is not yet written down, for all tenants of this machine. Its size is bounded: what is beyond it is not counted.</summary>
internal sealed class VisitBuffer
{
    private const int MostKeys = 50_000;
    private ConcurrentDictionary<(string Tenant, DateOnly Day, Shown Shown), int> counts = new();

    public void Add(string tenant, DateOnly day, Shown shown, int count = 1)
    {
        var key = (tenant, day, shown);
        if (counts.Count < MostKeys || counts.ContainsKey(key)) counts.AddOrUpdate(key, count, (_, known) => known + count);
    }

    /// <summary>Takes all of it out, by tenant.</summary>
    public ILookup<string, CountedVisit> Take()
        => Interlocked.Exchange(ref counts, new()).ToLookup(pair => pair.Key.Tenant, pair => new CountedVisit(pair.Key.Day, pair.Key.Shown, pair.Value), StringComparer.Ordinal);
}

/// <summary>Something that was counted.</summary>
internal sealed record CountedVisit(DateOnly Day, Shown Shown, int Count);
