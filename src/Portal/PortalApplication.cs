using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Portal.Platform;
using Portal.Platform.Modules;
using Portal.Platform.Web;
using Portal.Tenancy.Contracts;

namespace Portal;

/// <summary>Puts the program together: modules, services, the order of the middleware. No features of its own.</summary>
internal static class PortalApplication
{
    /// <summary>All modules. Only here do they meet.</summary>
    public static ModuleCatalog Modules { get; } = new(
    [
        new Messages.MessagesModule(),
        new Search.SearchModule(),
        new Recipes.RecipesModule(),
        new Jobs.JobsModule(),
        new Accounts.AccountsModule(),
        new Tenancy.TenancyModule(),
        new Directory.DirectoryModule(),
        new Learning.LearningModule(),
        new OpenReferral.OpenReferralModule(),
        new Programmes.ProgrammesModule(),
        new Signposting.SignpostingModule(),
    ]);

    /// <summary>Builds the program; nothing has run yet.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "Portal", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.AddHealthChecks();
        builder.Services.AddCors();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddPlatform(Modules, builder.Configuration);

        var app = builder.Build();
        app.UseResponseCompression();
        app.UseStaticFiles(StaticFiles.Options);
        // Before anything that needs a database: that the program runs is true without one.
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.UseHealthChecks("/health/ready");
        app.UseTenants();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<CountVisits>();
        app.UseMiddleware<PageCache>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseFeatures();
        app.UseCors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        foreach (var module in Modules.Modules)
            module.MapEndpoints(app.MapGroup("").WithMetadata(new EndpointFeature(module.Manifest.Features[0].Id)));
        return app;
    }
}
