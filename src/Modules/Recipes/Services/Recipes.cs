using Portal.Recipes.Contracts;
using Portal.Recipes.Running;
using Portal.Recipes.Writing;

namespace Portal.Recipes.Services;

internal sealed class Recipes(RecipeRunner runner, RecipeExporter exporter, RecipeSchema schema) : IRecipes
{
    public Task<IReadOnlyList<RecipeProblem>> RunAsync(string file, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? parameters = null)
        => runner.RunAsync(file, parameters, keep: true, cancellationToken);

    public Task<IReadOnlyList<RecipeProblem>> CheckAsync(string file, CancellationToken cancellationToken, IReadOnlyDictionary<string, string>? parameters = null)
        => runner.RunAsync(file, parameters, keep: false, cancellationToken);

    public Task ExportAsync(string file, CancellationToken cancellationToken) => exporter.WriteAsync(file, cancellationToken);

    public Task WriteSchemaAsync(string file, CancellationToken cancellationToken) => schema.WriteAsync(file, cancellationToken);
}
