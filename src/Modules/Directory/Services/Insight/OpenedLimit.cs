using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services;

/// <summary>How much one network address may tell of contacts that were opened. It is remembered in memory only, for as long as the limit runs.</summary>
internal sealed class OpenedLimit : IDisposable
{
    /// <summary>How many one network address may tell in a minute.</summary>
    public const int MostAMinute = 20;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = MostAMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Counts one more; false when there have been too many.</summary>
    public bool Allows(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire($"{CurrentTenant.Name}\n{http.Connection.RemoteIpAddress}");
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
