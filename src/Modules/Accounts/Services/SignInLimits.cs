using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Portal.Platform.Tenants;

namespace Portal.Accounts.Services;

/// <summary>
/// Limits how often one address may try to sign in to a tenant. A whole office may stand behind it and come in on the same morning: asking for a
/// link, opening it and typing the code are three tries each. Kept in memory, so per web node. Limits per account are kept in the database
/// (<see cref="SignInLinks"/>, Identity's lock-out).
/// </summary>
internal sealed class SignInLimits : IDisposable
{
    /// <summary>Tries in ten minutes.</summary>
    private const int Most = 120;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(machine =>
        RateLimitPartition.GetSlidingWindowLimiter(machine, static _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = Most,
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
