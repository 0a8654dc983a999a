using Microsoft.Extensions.DependencyInjection;

namespace Portal.Signposting.Services.FollowUps;

/// <summary>What follows after a plan was agreed.</summary>
internal static class FollowUpServices
{
    public static void AddFollowUps(this IServiceCollection services)
    {
        services.AddScoped<FollowUpBook>();
        services.AddScoped<FollowUpWords>();
        services.AddScoped<ReviewsDue>();
    }
}
