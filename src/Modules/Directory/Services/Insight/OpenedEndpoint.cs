using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>Is told by the script of a page that a way to reach a group was opened. Counts only what comes from a page of the site, and not too much of it.</summary>
internal static class OpenedEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/groups/{slug}/opened/{way}", Answer);

    private static IResult Answer(HttpContext http, string slug, string way, IVisitCounter counter, OpenedLimit limit)
    {
        if (slug.Length > 100 || !Insight.Ways.Contains(way, StringComparer.Ordinal)) return Results.NotFound();
        if (http.Request.Headers["Sec-Fetch-Site"].ToString() != "same-origin" || !CountVisits.IsPerson(http.Request)) return Results.BadRequest();
        if (!limit.Allows(http)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (http.User.Identity?.IsAuthenticated != true) counter.Count(Insight.Contact(way, slug));
        return Results.NoContent();
    }
}

/// <summary>How much one network address may tell. It is remembered in memory only, for as long as the limit runs.</summary>
internal sealed class OpenedLimit : IDisposable
{
    /// <summary>How many one network address may tell in a minute.</summary>
    public const int MostAMinute = 20;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = MostAMinute, Window = TimeSpan.FromMinutes(1) }));

    public bool Allows(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire($"{CurrentTenant.Name}\n{http.Connection.RemoteIpAddress}");
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
