using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Recipes.Contracts;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Services;

/// <summary>The recipes beside the program, in <c>content-recipes</c>.</summary>
internal sealed partial class RecipeLibrary : IRecipeLibrary
{
    private const string Ending = ".recipe.json";
    private readonly Lazy<IReadOnlyList<SetupRecipe>> setupRecipes = new(ReadSetupRecipes);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "content-recipes");

    public IReadOnlyList<SetupRecipe> SetupRecipes => setupRecipes.Value;

    /// <summary>The file of a recipe: in a folder, in the folders beside it, or in the library. Null when there is none.</summary>
    public static string? Find(string name, string folder)
    {
        if (!NamePattern().IsMatch(name)) return null;
        return new[] { folder }
            .Concat(FoldersIn(Path.GetDirectoryName(folder)))
            .Concat(FoldersIn(Folder))
            .Select(place => Path.Combine(place, name + Ending))
            .FirstOrDefault(File.Exists);
    }

    private static IEnumerable<string> FoldersIn(string? parent)
        => System.IO.Directory.Exists(parent) ? System.IO.Directory.GetDirectories(parent).Order(StringComparer.Ordinal) : [];

    private static IReadOnlyList<SetupRecipe> ReadSetupRecipes()
    {
        if (!System.IO.Directory.Exists(Folder)) return [];
        return [.. System.IO.Directory.EnumerateFiles(Folder, "*" + Ending, SearchOption.AllDirectories)
            .Select(file => (File: file, Recipe: JsonSerializer.Deserialize<RecipeEnvelope>(File.ReadAllBytes(file), RecipeJson.Options)!))
            .Where(found => found.Recipe.IsSetupRecipe)
            .Select(found => new SetupRecipe(found.Recipe.Name, found.Recipe.DisplayName ?? found.Recipe.Name, found.Recipe.Description ?? "", found.File))
            .OrderBy(recipe => recipe.Name, StringComparer.Ordinal)];
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
