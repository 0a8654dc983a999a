using Microsoft.Extensions.DependencyInjection;

namespace Portal.Signposting.Services.Matching;

/// <summary>What finds groups that suit a person, and says why.</summary>
internal static class MatchingServices
{
    public static void AddMatching(this IServiceCollection services)
    {
        services.AddScoped<MatchWords>();
        services.AddScoped<MatchSearch>();
        services.AddScoped<WishChoices>();
        services.AddScoped<UnmetWishes>();
    }
}
