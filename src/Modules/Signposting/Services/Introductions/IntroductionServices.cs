using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Jobs;
using Portal.Signposting.Jobs;

namespace Portal.Signposting.Services.Introductions;

/// <summary>What introduces people to groups.</summary>
internal static class IntroductionServices
{
    public static void AddIntroductions(this IServiceCollection services)
    {
        services.AddScoped<IntroductionWords>();
        services.AddScoped<IntroductionMail>();
        services.AddScoped<IntroductionDesk>();
        services.AddScoped<IntroductionAnswers>();
        services.AddScoped<IntroductionList>();
        services.AddScoped<IntroductionRules>();
        services.AddScoped<TenantJob, IntroductionsJob>();
    }
}
