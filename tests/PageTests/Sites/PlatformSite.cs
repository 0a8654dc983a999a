using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Services;
using Shouldly;
using TestSupport;

namespace PageTests.Sites;

/// <summary>The default tenant, which looks after the others, set up and with everything switched on. Tests share it and change only tenants of their own.</summary>
internal static class PlatformSite
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<TestSite>>> shared = new();

    public static async Task<TestSite> SharedAsync(DatabaseKind kind)
    {
        await PortalHost.SharedAsync(kind); // skips where there is no such database
        return await shared.GetOrAdd(kind, database => new Lazy<Task<TestSite>>(() => CreateAsync(database))).Value;
    }

    private static async Task<TestSite> CreateAsync(DatabaseKind kind)
    {
        var host = await PortalHost.StartAsync(kind);
        var site = await TestSite.OpenAsync(host, Tenant.Default);
        var recipe = host.Services.GetRequiredService<IRecipeLibrary>().SetupRecipes.Single(recipe => recipe.Name == Tenant.Default);
        (await site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(recipe.File, default))).ShouldBeEmpty();
        await site.RunAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await Setting.WriteAsync(db, Setting.Features, services.GetRequiredService<ModuleCatalog>().Features.Keys.Order(StringComparer.Ordinal).ToList());
            await db.SaveChangesAsync();
        });
        host.Services.GetRequiredService<SetupCode>().Close();
        return site;
    }
}
