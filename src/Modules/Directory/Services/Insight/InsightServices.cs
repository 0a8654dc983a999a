using Microsoft.Extensions.DependencyInjection;
using Portal.Directory.Contracts;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>What counts visits without knowing visitors.</summary>
internal static class InsightServices
{
    public static void AddInsight(this IServiceCollection services)
    {
        services.AddSingleton<VisitBuffer>();
        services.AddSingleton<OpenedLimit>();
        services.AddSingleton<VisitWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<VisitWriter>());
        services.AddScoped<IVisitCounter, VisitCounter>();
        services.AddScoped<VisitBook>();
        services.AddScoped<IUnmetNeeds, UnmetNeeds>();
        services.AddScoped<IUnmetNeedCounts, UnmetNeedCounts>();
        services.AddScoped<InsightReader>();
    }
}
