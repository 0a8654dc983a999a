using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>A tenant with the groups of the Bradford sample.</summary>
internal static class BradfordSite
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestSite>>> shared = new();

    /// <summary>The files of the sample, each after what it refers to.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. new[] { "shared/shared-taxonomies", "bradford/bradford-organisations", "bradford/bradford-venues", "bradford/bradford-listings" }
            .Select(name => Path.Combine(AppContext.BaseDirectory, "content-recipes", name + ".recipe.json"))];

    public static TenantSettings Settings { get; } = new()
    {
        Name = "Bradford",
        Languages = ["en", "ur", "pl"],
        MapTiles = "https://tile.example.org/{z}/{x}/{y}.png",
        ContactPhone = "0113 496 0123",
    };

    /// <summary>A site that tests only look at.</summary>
    public static async Task<TestSite> ToLookAtAsync(DatabaseKind kind)
    {
        await PortalHost.SharedAsync(kind);
        return await shared.GetOrAdd(kind, database => new Lazy<Task<TestSite>>(() => ToChangeAsync(database))).Value;
    }

    /// <summary>A site of the test's own.</summary>
    public static async Task<TestSite> ToChangeAsync(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind, Settings);
        foreach (var file in Files)
            (await site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(file, CancellationToken.None))).ShouldBeEmpty();
        return site;
    }
}
