using Portal.Platform.Modules;
using Portal.Recipes.Resources;

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
}
