using Portal.Accounts.Contracts;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;

namespace Portal.Tenancy.Services;

/// <summary>What is asked for on the set-up page.</summary>
internal sealed record SiteSetupWishes(string SiteName, string Email, string RecipeFile, IReadOnlyList<string> Languages);

/// <summary>Sets up the default tenant by hand, once.</summary>
internal sealed class SiteSetup(PortalDbContext db, IRecipes recipes, IUsers users, SetupCode code, SettingsEditor settings)
{
    /// <summary>Runs the recipe, then puts in what was asked for.</summary>
    /// <returns>Problems of the recipe, and else the link that signs the first administrator in.</returns>
    public async Task<(IReadOnlyList<RecipeProblem> Problems, string? SignInLink)> RunAsync(SiteSetupWishes wishes, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["TenantName"] = Tenant.Default, ["SiteName"] = wishes.SiteName };
        var problems = await recipes.RunAsync(wishes.RecipeFile, cancellationToken, parameters);
        if (problems.Count > 0) return (problems, null);
        db.DiscardChanges();
        await settings.ChangeAsync(current => current with { Name = wishes.SiteName, Languages = wishes.Languages }, cancellationToken);
        var user = await users.EnsureAsync(new NewUser { Email = wishes.Email, Role = "Administrator", Language = wishes.Languages[0] }, cancellationToken);
        code.Close();
        return ([], await users.CreateSignInLinkAsync(user.Id, "/", cancellationToken));
    }
}
