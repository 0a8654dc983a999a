using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Contracts;
using Portal.Accounts.Jobs;
using Portal.Accounts.Recipes;
using Portal.Accounts.Security;
using Portal.Accounts.Services;
using Portal.Platform.Jobs;
using Portal.Recipes.Contracts;

namespace Portal.Accounts;

internal static class AccountsServices
{
    /// <summary>Adds what the pages of the module work with.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<Users>();
        services.AddScoped<IUsers>(provider => provider.GetRequiredService<Users>());
        services.AddScoped<Roles>();
        services.AddScoped<UserAdministration>();
        services.AddScoped<SignInLinks>();
        services.AddScoped<Passwords>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<SecurityNotices>();
        services.AddScoped<Landing>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SecondFactorGate>();
        services.AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, UsersStep>();
        services.AddScoped<TenantJob, ForgetLinks>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddFolderApplicationModelConvention(
            "/Account", page => page.Filters.Add(new ResponseCacheAttribute { NoStore = true, Location = ResponseCacheLocation.None })));
    }
}
