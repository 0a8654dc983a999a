using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Domain;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Accounts;

public class RecipeStepTests
{
    private const string Recipe = """
        { "name": "people", "displayName": "People", "steps": [
          { "name": "Roles", "Roles": [
            { "Name": "Postmaster", "Description": "Looks after mail", "Permissions": [ "ManageMessages" ] },
            { "Name": "Administrator", "Description": "May do everything" } ] },
          { "name": "Users", "Users": [
            { "Email": "amina@example.org", "UserName": "Amina", "Roles": [ "Postmaster" ], "Language": "ur" } ] } ] }
        """;

    [DatabaseTheory, EveryDatabase]
    public async Task A_recipe_brings_roles_and_users(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        (await RunAsync(site, Recipe)).ShouldBeEmpty();

        var user = await site.UserAsync("amina@example.org");
        user.Name.ShouldBe("Amina");
        user.Language.ShouldBe("ur");
        await site.Visitor.SignInByLinkAsync(site, new(user.Id, user.Name, user.Email!, user.Language));
        (await site.Visitor.GetAsync("/manage/messages")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_second_run_changes_nothing(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);
        await RunAsync(site, Recipe);
        var before = await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().CountAsync());

        (await RunAsync(site, Recipe)).ShouldBeEmpty();

        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>().CountAsync())).ShouldBe(before);
        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalUser>().CountAsync())).ShouldBe(1);
    }

    [DatabaseTheory, EveryDatabase]
    public async Task Unknown_permissions_roles_and_addresses_are_errors_and_nothing_is_kept(DatabaseKind kind)
    {
        var site = await TestSite.CreateAsync(kind);

        var problems = await RunAsync(site, Recipe.Replace("\"ManageMessages\"", "\"ManageTheMoon\"", StringComparison.Ordinal)
            .Replace("\"Roles\": [ \"Postmaster\" ]", "\"Roles\": [ \"Postman\" ]", StringComparison.Ordinal)
            .Replace("amina@example.org", "amina at home", StringComparison.Ordinal));

        problems.ShouldContain(problem => problem.Message.Contains("ManageTheMoon", StringComparison.Ordinal) && problem.Line > 1);
        problems.ShouldContain(problem => problem.Message.Contains("Postman", StringComparison.Ordinal));
        problems.ShouldContain(problem => problem.Message.Contains("amina at home", StringComparison.Ordinal));
        (await site.RunAsync(services => services.GetRequiredService<PortalDbContext>().Set<PortalRole>().CountAsync())).ShouldBe(1, "the administrator's, which always exists");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task What_is_exported_makes_the_same_people_elsewhere(DatabaseKind kind)
    {
        var (from, to) = (await TestSite.CreateAsync(kind), await TestSite.CreateAsync(kind));
        await RunAsync(from, Recipe);
        var first = await ExportAsync(from);

        (await RunAsync(to, first)).ShouldBeEmpty();

        Steps(await ExportAsync(to)).ShouldBe(Steps(first));
        first.ShouldNotContain("Hash");
    }

    private static string Steps(string recipe) => recipe[recipe.IndexOf("\"Roles\"", StringComparison.Ordinal)..];

    private static async Task<IReadOnlyList<RecipeProblem>> RunAsync(TestSite site, string recipe)
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("portal-recipe-").FullName, "people.recipe.json");
        await File.WriteAllTextAsync(file, recipe);
        return await site.RunAsync(services => services.GetRequiredService<IRecipes>().RunAsync(file, default));
    }

    private static async Task<string> ExportAsync(TestSite site)
    {
        var file = Path.Combine(System.IO.Directory.CreateTempSubdirectory("portal-recipe-").FullName, "export.recipe.json");
        await site.RunAsync(services => services.GetRequiredService<IRecipes>().ExportAsync(file, default));
        return await File.ReadAllTextAsync(file);
    }
}
