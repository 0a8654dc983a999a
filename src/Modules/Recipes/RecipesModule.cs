using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Modules;
using Portal.Recipes.Contracts;
using Portal.Recipes.Resources;
using Portal.Recipes.Running;
using Portal.Recipes.Services;
using Portal.Recipes.Steps;
using Portal.Recipes.Writing;

namespace Portal.Recipes;

/// <summary>Content recipes: validate, run, export.</summary>
public sealed class RecipesModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "recipes",
        Name = "Recipes",
        Resources = typeof(RecipesText),
        DependsOn = [],
        Features = [new Feature("Portal.Recipes", AlwaysOn: true)],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<IRecipes, Services.Recipes>();
        services.AddScoped<RecipeRunner>();
        services.AddScoped<RecipeExporter>();
        services.AddScoped<RecipeSchema>();
        services.AddSingleton<IRecipeLibrary, RecipeLibrary>();
        services.AddSingleton<SettingsRules>();
        services.AddScoped<IRecipeStep, FeatureStep>();
        services.AddScoped<IRecipeStep, ThemesStep>();
        services.AddScoped<IRecipeStep, SettingsStep>();
        services.AddScoped<IRecipeStep, PortalSettingsStep>();
        services.AddScoped<IRecipeStep, ContentDefinitionStep>();
    }
}
