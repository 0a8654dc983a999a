using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Portal.Platform.Tenants;

namespace Portal.Accounts.Services;

/// <summary>
/// Limits how often one machine may try to sign in: 30 times in ten minutes, over all tenants' pages for it. Kept in memory, so
/// per web node. Limits per account are kept in the database (<see cref="SignInLinks"/>, Identity's lock-out).
/// </summary>
internal sealed class SignInLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(machine =>
        RateLimitPartition.GetSlidingWindowLimiter(machine, static _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = 30,
            Window = TimeSpan.FromMinutes(10),
            SegmentsPerWindow = 5,
        }));

    /// <summary>Counts a try; false when there have been too many.</summary>
    public bool Allow(HttpContext http, TenantContext tenant)
    {
        using var lease = limiter.AttemptAcquire($"{tenant.Tenant.Name} {http.Connection.RemoteIpAddress}");
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
