using Microsoft.Extensions.DependencyInjection;
using Portal.Recipes.Contracts;
using Portal.Signposting.Pages.Pathway;
using Portal.Signposting.Recipes;

namespace Portal.Signposting.Services.Pathway;

/// <summary>What follows people on their way.</summary>
internal static class PathwayServices
{
    public static void AddPathway(this IServiceCollection services)
    {
        services.AddScoped<PathwayRules>();
        services.AddScoped<PathwayWords>();
        services.AddScoped<PathwayDesk>();
        services.AddScoped<TakingBack>();
        services.AddScoped<PathwayBoard>();
        services.AddScoped<PathwayStory>();
        services.AddScoped<Workloads>();
        services.AddScoped<NextStepForms>();
        services.AddScoped<PathTools>();
        services.AddScoped<IRecipeStep, PathwayStep>();
    }
}
