using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Directory.Jobs;
using Portal.Platform.Jobs;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>What keeps pages true over time.</summary>
internal static class FreshnessServices
{
    public static void AddFreshness(this IServiceCollection services)
    {
        services.AddScoped<FreshnessReader>();
        services.AddScoped<FreshnessEditor>();
        services.AddScoped<IRankingAges, FreshnessAges>();
        services.AddScoped<SilentListings>();
        services.AddScoped<StillRightLinks>();
        services.AddScoped<StillRightMail>();
        services.AddScoped<StillRightLetters>();
        services.AddScoped<StaleDecisions>();
        services.AddScoped<IModerationSource, StaleSource>();
        services.AddScoped<FreshnessTable>();
        services.AddScoped<TenantJob, KeepFresh>();
    }
}
