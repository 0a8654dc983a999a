using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Portal.OpenReferral.Oruk;
using Portal.Platform.Tenants;

namespace Portal.OpenReferral;

/// <summary>How the open data may be used.</summary>
internal static class OpenDataRules
{
    /// <summary>Name of the rule that lets pages of all origins read.</summary>
    public const string Cors = "open-data";

    /// <summary>Name of the rule that limits how much one address may ask.</summary>
    public const string Limit = "open-data";

    public static void AddOpenDataRules(this IServiceCollection services)
    {
        services.AddCors(options => options.AddPolicy(Cors, policy => policy.AllowAnyOrigin().AllowAnyHeader().WithMethods("GET", "HEAD")
            .WithExposedHeaders("ETag", "Last-Modified", "Retry-After", "Content-Language").SetPreflightMaxAge(TimeSpan.FromDays(1))));
        services.AddRateLimiter(options => options.AddPolicy<string, OpenDataLimit>(Limit));
    }
}

/// <summary>So many requests in a minute from one address to one tenant. Who asks more is told how long to wait.</summary>
internal sealed class OpenDataLimit(IServiceProvider services) : IRateLimiterPolicy<string>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = RefuseAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        var tenant = httpContext.RequestServices.GetRequiredService<TenantContext>().Tenant.Name;
        var perMinute = OpenDataSettings.Of(services, tenant).RequestsPerMinute;
        var key = $"{tenant} {perMinute.ToString(CultureInfo.InvariantCulture)} {httpContext.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        var message = string.Create(CultureInfo.InvariantCulture, $"You have asked more than this site can answer in a minute. Please wait {wait} seconds and go on. The whole directory in one file is at /oruk/v3/hsds-csv.zip.");
        await response.WriteAsJsonAsync(new OrukProblem(response.StatusCode, message), OrukAnswers.Json, cancellationToken);
    }
}
