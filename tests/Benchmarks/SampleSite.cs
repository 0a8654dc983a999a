using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using TestSupport;

namespace Benchmarks;

/// <summary>A tenant with the Bradford sample in it, its groups many times over.</summary>
internal static class SampleSite
{
    private static readonly string[] recipes = ["shared/shared-taxonomies", "bradford/bradford-organisations", "bradford/bradford-venues"];

    /// <param name="copies">How many times each group of the sample is there.</param>
    public static async Task<TestSite> CreateAsync(PortalHost host, int copies)
    {
        var site = await TestSite.CreateAsync(host, new TenantSettings { Name = "Bradford", Languages = ["en", "ur", "pl"], ContactPhone = "0113 496 0123" });
        var folder = Path.Combine(AppContext.BaseDirectory, "content-recipes");
        foreach (var recipe in recipes) await RunAsync(site, Path.Combine(folder, recipe + ".recipe.json"));
        var listings = await File.ReadAllTextAsync(Path.Combine(folder, "bradford/bradford-listings.recipe.json"));
        for (var copy = 0; copy < copies; copy++)
        {
            var file = Path.Combine(host.DataFolder, "copy.recipe.json");
            await File.WriteAllTextAsync(file, Copy(listings, copy));
            await RunAsync(site, file);
        }

        return site;
    }

    private static async Task RunAsync(TestSite site, string recipe)
    {
        var problems = await site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(recipe, CancellationToken.None));
        if (problems.Count > 0) throw new InvalidOperationException(string.Join('\n', problems));
    }

    /// <summary>The same groups with ids and addresses of their own.</summary>
    private static string Copy(string listings, int copy)
    {
        if (copy == 0) return listings;
        var ending = $"-{copy.ToString(CultureInfo.InvariantCulture)}";
        var recipe = JsonNode.Parse(listings)!;
        foreach (var item in recipe["steps"]!.AsArray().SelectMany(step => step!["data"]!.AsArray()))
        {
            item!["ContentItemId"] = Numbered(item["ContentItemId"]!, copy);
            item["ContentItemVersionId"] = Numbered(item["ContentItemVersionId"]!, copy);
            item["LocalizationPart"]!["LocalizationSet"] = Numbered(item["LocalizationPart"]!["LocalizationSet"]!, copy);
            if (item["AutoroutePart"]?["Path"] is { } path) item["AutoroutePart"]!["Path"] = path.GetValue<string>() + ending;
        }

        return recipe.ToJsonString();
    }

    /// <summary>Ids have 26 characters at most, so the number goes where the name is long.</summary>
    private static string Numbered(JsonNode id, int copy)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id.GetValue<string>())).AsSpan(0, 8));
        return $"{hash}-{copy.ToString(CultureInfo.InvariantCulture)}";
    }
}
