using System.CommandLine;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;

namespace Portal.Commands;

/// <summary><c>recipe run|check|export|schema</c>.</summary>
internal static class RecipeCommands
{
    public static Command Make(CommandHost host) => new("recipe", "Runs, checks and writes content recipes.")
    {
        Run(host),
        Check(host),
        Export(host),
        Schema(host),
    };

    private static Argument<string> RecipeFile { get; } = new("FILE") { Description = "The recipe file." };

    private static Command Run(CommandHost host)
    {
        var tenant = new Option<string>("--tenant") { Description = "Tenant it is run in.", Required = true };
        var command = new Command("run", "Runs a recipe in a tenant: all of it, or nothing.") { RecipeFile, tenant };
        command.SetAction((parsed, cancellationToken) => host.RunInTenantAsync(parsed.GetRequiredValue(tenant), async services =>
        {
            var problems = await services.GetRequiredService<IRecipes>().RunAsync(parsed.GetRequiredValue(RecipeFile), cancellationToken, ParametersOf(services));
            if (problems.Count > 0) return problems.Select(problem => problem.ToString()).Append("Nothing of the recipe has been kept.");
            await host.Output.WriteLineAsync("The recipe was run.");
            return [];
        }, cancellationToken));
        return command;
    }

    private static Command Check(CommandHost host)
    {
        var tenant = new Option<string?>("--tenant") { Description = "Tenant it is checked against; an empty one when left out." };
        var command = new Command("check", "Checks a recipe by running it and taking everything back.") { RecipeFile, tenant };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            async Task<IEnumerable<string>> CheckAsync(IServiceProvider services)
            {
                var problems = await services.GetRequiredService<IRecipes>().CheckAsync(parsed.GetRequiredValue(RecipeFile), cancellationToken, ParametersOf(services));
                if (problems.Count == 0) await host.Output.WriteLineAsync("The recipe is right.");
                return problems.Select(problem => problem.ToString());
            }

            return parsed.GetValue(tenant) is { } name
                ? await host.RunInTenantAsync(name, CheckAsync, cancellationToken)
                : await OnEmptyAsync(host, CheckAsync, cancellationToken);
        });
        return command;
    }

    private static Command Export(CommandHost host)
    {
        var tenant = new Argument<string>("NAME") { Description = "Name of the tenant." };
        var output = new Option<string>("--output") { Description = "File that is written.", Required = true };
        var command = new Command("export", "Writes a tenant as a recipe that recreates it.") { tenant, output };
        command.SetAction((parsed, cancellationToken) => host.RunInTenantAsync(parsed.GetRequiredValue(tenant), async services =>
        {
            await services.GetRequiredService<IRecipes>().ExportAsync(parsed.GetRequiredValue(output), cancellationToken);
            await host.Output.WriteLineAsync($"The tenant was written to {parsed.GetRequiredValue(output)}.");
            return [];
        }, cancellationToken));
        return command;
    }

    private static Command Schema(CommandHost host)
    {
        var output = new Option<string>("--output") { Description = "Folder that it is written to.", Required = true };
        var command = new Command("schema", "Writes the JSON Schema of recipes, for editors.") { output };
        command.SetAction((parsed, cancellationToken) => OnEmptyAsync(host, async services =>
        {
            var folder = System.IO.Directory.CreateDirectory(parsed.GetRequiredValue(output));
            var file = Path.Combine(folder.FullName, "recipe.schema.json");
            await services.GetRequiredService<IRecipes>().WriteSchemaAsync(file, cancellationToken);
            await host.Output.WriteLineAsync($"The schema was written to {file}.");
            return [];
        }, cancellationToken));
        return command;
    }

    /// <summary>Runs work in an empty tenant that is thrown away; the installation's own data is not touched.</summary>
    private static async Task<int> OnEmptyAsync(CommandHost host, Func<IServiceProvider, Task<IEnumerable<string>>> work, CancellationToken cancellationToken)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-");
        try
        {
            return await host.RunAsync(
                async services => await services.GetRequiredService<ITenantScopes>().RunAsync(await CommandHost.FindAsync(services, Tenant.Default, cancellationToken), work, cancellationToken),
                cancellationToken,
                "--Portal:Database=sqlite",
                $"--Portal:Data={folder.FullName}");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> ParametersOf(IServiceProvider services)
    {
        var tenant = services.GetRequiredService<TenantContext>();
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["TenantName"] = tenant.Tenant.Name, ["SiteName"] = tenant.Settings.Name };
    }
}
