using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Portal.Platform.Tenants;

namespace Portal.Signposting.Services;

/// <summary>Makes whoever tries codes wait. A code cannot be guessed in any case; this keeps the attempt from costing us much.</summary>
internal sealed class UnknownCodeLimit : IDisposable
{
    /// <summary>How many codes that do not exist one address may try in <see cref="Window"/>.</summary>
    public const int MostUnknown = 20;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(
            $"{CurrentTenant.Name} {http.Connection.RemoteIpAddress}",
            static _ => new FixedWindowRateLimiterOptions { PermitLimit = MostUnknown, Window = Window }));

    /// <summary>How long attempts count.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the visitor has tried too many.</summary>
    public bool IsReached(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http, permitCount: 0);
        return !lease.IsAcquired;
    }

    /// <summary>Counts an attempt with a code that does not exist.</summary>
    public void Count(HttpContext http) => limiter.AttemptAcquire(http).Dispose();

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();
}
