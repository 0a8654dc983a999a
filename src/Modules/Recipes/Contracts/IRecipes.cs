namespace Portal.Recipes.Contracts;

/// <summary>Runs, checks and writes recipes for the tenant of the scope.</summary>
public interface IRecipes
{
    /// <summary>Runs a recipe file and those it names, in one transaction: all of it is kept, or nothing.</summary>
    /// <param name="parameters">Values for <c>[js: parameters('…')]</c> by name; null for none.</param>
    /// <returns>What is wrong; empty when all of it worked.</returns>
    Task<IReadOnlyList<RecipeProblem>> RunAsync(string file, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? parameters = null);

    /// <summary>Does all that <see cref="RunAsync"/> does and then takes it back.</summary>
    Task<IReadOnlyList<RecipeProblem>> CheckAsync(string file, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? parameters = null);

    /// <summary>Writes the tenant as a recipe that recreates it.</summary>
    Task ExportAsync(string file, CancellationToken cancellationToken);

    /// <summary>Writes the JSON Schema of all recipes, by which editors check and complete them.</summary>
    Task WriteSchemaAsync(string file, CancellationToken cancellationToken);
}

/// <summary>Something in a recipe that does not fit.</summary>
/// <param name="File">The recipe file as it was named.</param>
/// <param name="Step">Number of the step from 1 and its name, or null when it is about the file as a whole.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
public sealed record RecipeProblem(string File, string? Step, long Line, string Message)
{
    /// <summary>All of it in one line.</summary>
    public override string ToString() => $"{File}, line {Line}{(Step is null ? "" : $", step {Step}")}: {Message}";
}

/// <summary>A recipe that sets up a new tenant.</summary>
/// <param name="Name">Its <c>name</c>.</param>
/// <param name="DisplayName">Its <c>displayName</c>.</param>
/// <param name="Description">Its <c>description</c>.</param>
/// <param name="File">The whole path of the file.</param>
public sealed record SetupRecipe(string Name, string DisplayName, string Description, string File);

/// <summary>The recipes that came with the program.</summary>
public interface IRecipeLibrary
{
    /// <summary>Those that set up a tenant (<c>issetuprecipe</c>), by name.</summary>
    IReadOnlyList<SetupRecipe> SetupRecipes { get; }
}
