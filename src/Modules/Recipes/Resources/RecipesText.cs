namespace Portal.Recipes.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class RecipesText;
