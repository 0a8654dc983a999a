using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Portal.Platform.Tenants;

namespace Portal.Directory.Services.Kept;

/// <summary>
/// How many lists are sent by e-mail: enough for a family at one computer, too few to fill somebody's letter box. Who sends is
/// remembered in memory only, for as long as the limit runs.
/// </summary>
internal sealed class KeptMailLimit : IDisposable
{
    /// <summary>How many one network address may send in <see cref="Window"/>.</summary>
    public const int MostFromOne = 5;

    /// <summary>How many may be sent to one e-mail address in <see cref="Window"/>.</summary>
    public const int MostToOne = 2;

    /// <summary>How many a whole site may send in <see cref="Window"/>.</summary>
    public const int MostOfAll = 200;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.CreateChained(
        Limit(MostOfAll, static key => key.Split('\n')[0]),
        Limit(MostFromOne, static key => string.Join('\n', key.Split('\n')[..2])),
        Limit(MostToOne, static key => $"{key.Split('\n')[0]}\n{key.Split('\n')[2]}"));

    /// <summary>How long sending counts.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(1);

    /// <summary>Counts one more; false when there have been too many.</summary>
    public bool Allows(HttpContext http, string to)
    {
        using var lease = limiter.AttemptAcquire($"{CurrentTenant.Name}\n{http.Connection.RemoteIpAddress}\n{to.ToUpperInvariant()}");
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose() => limiter.Dispose();

    private static PartitionedRateLimiter<string> Limit(int most, Func<string, string> partition)
        => PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            partition(key), _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
}
