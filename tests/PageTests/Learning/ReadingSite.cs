using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Learning;

/// <summary>A site with the articles and programmes that all sample sites share.</summary>
internal static class ReadingSite
{
    /// <summary>Makes the site; one of its languages, Welsh, has no translations.</summary>
    public static async Task<TestSite> CreateAsync(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind, new TenantSettings
        {
            Name = "Reading site",
            Languages = ["en", "ur", "pl", "cy"],
            ContactPhone = "0113 496 0123",
            ContactEmail = "hello@example.org",
        });
        foreach (var name in (string[])["shared-taxonomies", "shared-articles", "shared-programmes"])
            (await RunAsync(site, FileOf(name))).ShouldBeEmpty();
        return site;
    }

    public static string FileOf(string name, string folder = "shared") => Path.Combine(AppContext.BaseDirectory, "content-recipes", folder, name + ".recipe.json");

    public static Task<IReadOnlyList<RecipeProblem>> RunAsync(TestSite site, string file)
        => site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(file, CancellationToken.None));

    /// <summary>Runs content items of a test's own.</summary>
    public static async Task<IReadOnlyList<RecipeProblem>> RunItemsAsync(TestSite site, params string[] items)
    {
        var file = Path.Combine(site.Host.DataFolder, Guid.NewGuid().ToString("n") + ".recipe.json");
        await File.WriteAllTextAsync(file, $$"""{ "name": "a", "steps": [ { "name": "content", "data": [ {{string.Join(", ", items)}} ] } ] }""");
        return await RunAsync(site, file);
    }

    /// <summary>The content items of a shared recipe, with dates that are relative to today worked out.</summary>
    public static List<JsonObject> ItemsOf(string name, DateOnly today)
    {
        var items = JsonNode.Parse(File.ReadAllText(FileOf(name)))!["steps"]!.AsArray().SelectMany(step => step!["data"]!.AsArray()).Select(item => item!.AsObject()).ToList();
        foreach (var date in items.Select(item => item["ArticlePart"]?["ReviewedOn"]).OfType<JsonObject>())
        {
            var days = date["Value"]!.GetValue<string>().Replace("[js: today(", "", StringComparison.Ordinal).Replace(")]", "", StringComparison.Ordinal);
            date["Value"] = today.AddDays(int.Parse(days, System.Globalization.CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }

        return items;
    }
}
