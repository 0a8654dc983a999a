using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Portal.Platform.Tenants;
using Portal.Signposting.Domain.Referrals;

namespace Portal.Signposting.Services.Referrals;

/// <summary>
/// How many referrals without an account one network address may begin: enough for a family, or for a practice on a busy
/// morning. Who begins is remembered in memory only, for as long as the limit runs.
/// </summary>
internal sealed class ReferralLimit : IDisposable
{
    /// <summary>How many self-referrals one address may begin in <see cref="Window"/>.</summary>
    public const int MostOfOneself = 10;

    /// <summary>How many referrals may be begun by one practice's link in <see cref="Window"/>.</summary>
    public const int MostOfPractice = 60;

    private readonly PartitionedRateLimiter<string> self = Limit(MostOfOneself);
    private readonly PartitionedRateLimiter<string> practices = Limit(MostOfPractice);

    /// <summary>How long beginning counts.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromHours(1);

    /// <summary>Counts one more; false when there have been too many.</summary>
    public bool Allows(HttpContext http, ReferralSource source, string? linkId)
    {
        if (source is not (ReferralSource.Self or ReferralSource.Practice)) return true;
        using var lease = source == ReferralSource.Self
            ? self.AttemptAcquire($"{CurrentTenant.Name}\n{http.Connection.RemoteIpAddress}")
            : practices.AttemptAcquire($"{CurrentTenant.Name}\n{linkId}");
        return lease.IsAcquired;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        self.Dispose();
        practices.Dispose();
    }

    private static PartitionedRateLimiter<string> Limit(int most)
        => PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
}
