using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Contracts;
using Shouldly;
using TestSupport;
using Xunit.Sdk;

namespace PageTests.Sites;

/// <summary>A site is a recipe: it can be written out and comes back the same, and running it once more changes nothing.</summary>
public sealed class WholeSiteTests
{
    /// <summary>A picture of one pixel.</summary>
    private static readonly byte[] logo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [DatabaseTheory, EverySample]
    public async Task A_site_that_was_exported_and_added_again_is_exported_the_same(DatabaseKind kind, string sample)
    {
        await using var tool = await Tool.CreateAsync(kind);
        await tool.DoAsync("tenant", "add", sample, "--recipe", sample);
        await tool.DoAsync("recipe", "run", await LogoRecipeAsync(tool), "--tenant", sample);

        await tool.DoAsync("recipe", "export", sample, "--output", tool.FileOf("first.json"));
        await tool.DoAsync("tenant", "add", "copy", "--recipe", tool.FileOf("first.json"));
        await tool.DoAsync("recipe", "export", "copy", "--output", tool.FileOf("second.json"));

        var (first, second) = (await File.ReadAllLinesAsync(tool.FileOf("first.json")), await File.ReadAllLinesAsync(tool.FileOf("second.json")));
        first.Length.ShouldBeGreaterThan(1000);
        second.Except(first, StringComparer.Ordinal).Take(20).ShouldBeEmpty();
        second.SequenceEqual(first, StringComparer.Ordinal).ShouldBeTrue("The lines of the two files stand in another order.");
        (await File.ReadAllBytesAsync(Path.Combine(tool.DataFolder, "tenants", "copy", "media", "logo-0011223344556677.png"))).ShouldBe(logo);
        (await tool.DoAsync("check")).ShouldContain("copy: all right.");
    }

    [DatabaseTheory, EverySample]
    public async Task Running_the_recipe_of_a_site_once_more_changes_nothing(DatabaseKind kind, string sample)
    {
        var host = await PortalHost.SharedAsync(kind);
        var site = await AddAsync(host, sample);
        var before = await RowsAsync(site);
        before["platform_audit"].ShouldBeGreaterThan(0);

        (await site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(FileOf(host, sample), default))).ShouldBeEmpty();

        (await RowsAsync(site)).ShouldBe(before);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_picture_is_kept_with_the_recipe_or_not_at_all(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        var folder = System.IO.Directory.CreateTempSubdirectory("portal-media-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "beside.png"), logo);
        var good = """{ "TargetPath": "one.png", "SourcePath": "beside.png" }""";

        var problems = await RunAsync(
            folder, site, good,
            """{ "TargetPath": "../two.png", "SourcePath": "beside.png" }""",
            """{ "TargetPath": "three.svg", "Base64": "AAAA" }""",
            """{ "TargetPath": "four.png", "Base64": "AAAA" }""",
            """{ "TargetPath": "five.png", "SourcePath": "../beside.png" }""",
            """{ "TargetPath": "six.png" }""");
        problems.Count.ShouldBe(5);
        (await site.Visitor.GetAsync("/media/one.png")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        (await RunAsync(folder, site, good)).ShouldBeEmpty();
        (await site.Visitor.Client.GetByteArrayAsync("media/one.png")).ShouldBe(logo);
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static async Task<IReadOnlyList<RecipeProblem>> RunAsync(string folder, TestSite site, params string[] files)
    {
        var recipe = Path.Combine(folder, "media.recipe.json");
        await File.WriteAllTextAsync(recipe, $$"""{ "name": "media", "steps": [ { "name": "media", "Files": [ {{string.Join(", ", files)}} ] } ] }""");
        return await site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(recipe, default));
    }

    private static async Task<TestSite> AddAsync(PortalHost host, string sample)
    {
        var name = "t" + Ids.Secret(12);
        await using var scope = host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<ITenantAdministration>().AddAsync(new NewTenant { Name = name, Prefix = name, Recipe = FileOf(host, sample) }, default)).ShouldBeEmpty();
        return await TestSite.OpenAsync(host, name);
    }

    private static string FileOf(PortalHost host, string sample) => host.Services.GetRequiredService<IRecipeLibrary>().SetupRecipes.Single(recipe => recipe.Name == sample).File;

    /// <summary>How many rows each table has, and the version of the content, which every change moves.</summary>
    private static Task<SortedDictionary<string, long>> RowsAsync(TestSite site) => site.RunAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["version of the content"] = services.GetRequiredService<TenantContext>().Profile.Version };
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Where(table => table != "jobs_runs").Distinct(StringComparer.Ordinal))
            rows[table] = await db.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS \"Value\" FROM \"{table}\"".Replace("{table}", table, StringComparison.Ordinal)).SingleAsync();
        return rows;
    });

    private static async Task<string> LogoRecipeAsync(Tool tool)
    {
        var file = tool.FileOf("logo.recipe.json");
        await File.WriteAllTextAsync(file, $$"""
            { "name": "logo", "steps": [
              { "name": "PortalSettings", "Logo": "logo-0011223344556677.png" },
              { "name": "media", "Files": [ { "TargetPath": "logo-0011223344556677.png", "Base64": "{{Convert.ToBase64String(logo)}}" } ] } ] }
            """);
        return file;
    }

    /// <summary>Every sample on every database.</summary>
    private sealed class EverySampleAttribute : DataAttribute
    {
        public override IEnumerable<object[]> GetData(MethodInfo testMethod)
            => from kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres } from sample in new[] { "bradford", "somerset", "southport" } select new object[] { kind, sample };
    }
}
