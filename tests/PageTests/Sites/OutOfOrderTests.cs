using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Services;
using Shouldly;
using TestSupport;

namespace PageTests.Sites;

public sealed class OutOfOrderTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task A_tenant_whose_migration_fails_answers_503_keeps_its_data_and_holds_nobody_up(DatabaseKind kind)
    {
        await using var tool = await Tool.CreateAsync(kind);
        string broken, sound, first;
        await using (var host = await tool.ServeAsync(kind))
        {
            var site = await TestSite.CreateAsync(host);
            (broken, sound) = (site.Tenant.Name, (await TestSite.CreateAsync(host)).Tenant.Name);
            first = await site.RunAsync(ForgetFirstMigrationAsync);
        }

        await using (var host = await tool.ServeAsync(kind))
        {
            var site = await TestSite.OpenAsync(host, broken);
            (await site.Visitor.GetAsync("/groups")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await (await TestSite.OpenAsync(host, sound)).Visitor.GetAsync("/groups")).Status.ShouldBe(HttpStatusCode.OK);

            await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({first}, '10')"""));
            await SetUpDefaultAsync(host);
            var manager = await (await TestSite.OpenAsync(host, Tenant.Default)).SignInAsync("ManagePlatform");
            (await manager.GetAsync("/platform/tenants")).Find($"tr:has(a[href='/{broken}/'])").TextContent.ShouldContain("Needs a look");
        }

        await using (var host = await tool.ServeAsync(kind))
            (await (await TestSite.OpenAsync(host, broken)).Visitor.GetAsync("/groups")).Status.ShouldBe(HttpStatusCode.OK, "nothing of its data was changed");
    }

    /// <summary>Lets the first migration look as if it had not been done: done again it fails, because its tables are there.</summary>
    private static async Task<string> ForgetFirstMigrationAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var first = (await db.Database.GetAppliedMigrationsAsync()).Min(StringComparer.Ordinal)!;
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = {first}""");
        return first;
    }

    private static async Task SetUpDefaultAsync(PortalHost host)
    {
        var site = await TestSite.OpenAsync(host, Tenant.Default);
        var recipe = host.Services.GetRequiredService<IRecipeLibrary>().SetupRecipes.Single(recipe => recipe.Name == Tenant.Default);
        (await site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(recipe.File, default))).ShouldBeEmpty();
        host.Services.GetRequiredService<SetupCode>().Close();
    }
}
