using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tenancy.Services;
using Portal.Tenancy.Web;

namespace Portal.Tenancy.Contracts;

/// <summary>What the host calls to serve many sites.</summary>
public static class TenancyHosting
{
    /// <summary>Finds tenant and language of each request; everything after it works for one tenant.</summary>
    public static IApplicationBuilder UseTenants(this IApplicationBuilder app) => app.UseMiddleware<TenantMiddleware>();

    /// <summary>Answers 404 for features that are off; belongs after routing.</summary>
    public static IApplicationBuilder UseFeatures(this IApplicationBuilder app) => app.UseMiddleware<FeatureMiddleware>();

    /// <summary>Brings the platform and all tenants up to date before the first request, and sets up what a first run needs.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Startup>().PrepareAsync(cancellationToken);
    }

    /// <summary>Brings the platform and all tenants up to date and no more, for commands.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Startup>().MigrateAsync(cancellationToken);
    }
}
