using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Platform.Data;
using Portal.Platform.Events;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Platform.Web;
using Portal.Recipes.Contracts;
using Portal.Tenancy.Contracts;
using Portal.Tenancy.Data;
using Portal.Tenancy.Pages.Landing;
using Portal.Tenancy.Recipes;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;
using Portal.Tenancy.Web;

namespace Portal.Tenancy;

/// <summary>Tenants: states, features, first run, platform administration.</summary>
public sealed class TenancyModule : PortalModule
{
    private const string PlatformFeature = "Portal.Platform";

    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "tenancy",
        Name = "Tenancy",
        Resources = typeof(TenancyText),
        DependsOn = ["recipes", "accounts", "search"],
        Features = [new Feature("Portal.Tenancy", AlwaysOn: true), new Feature(PlatformFeature, PlatformOnly: true), new Feature(FeatureSwitches.Landing)],
        Permissions =
        [
            new Permission(TenancyPermissions.ManagePlatform, "Permission.ManagePlatform", SeesPeople: true),
            new Permission(TenancyPermissions.ManageTenantSettings, "Permission.ManageTenantSettings"),
        ],
        Folders =
        [
            new PageFolder("/Platform", TenancyPermissions.ManagePlatform, PlatformFeature),
            new PageFolder("/Manage", TenancyPermissions.ManageTenantSettings),
        ],
        Menu =
        [
            new MenuEntry(MenuPlace.Manage, 700, "Menu.Settings", "/manage/settings", TenancyPermissions.ManageTenantSettings),
            new MenuEntry(MenuPlace.Manage, 710, "Menu.Features", "/manage/features", TenancyPermissions.ManageTenantSettings),
            new MenuEntry(MenuPlace.Manage, 900, "Menu.Tenants", "/platform/tenants", TenancyPermissions.ManagePlatform, PlatformFeature),
        ],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<TenancyDbContext>((scope, options) => scope.GetRequiredService<TenantDatabases>().ConfigurePlatform(options));
        services.AddSingleton<TenantRegistry>();
        services.AddSingleton<ITenants>(provider => provider.GetRequiredService<TenantRegistry>());
        services.AddScoped<PlatformDatabase>();
        services.AddScoped<ISharedBlocks, SharedBlocks>();
        services.AddScoped<LostIndex>();
        services.AddScoped<ITenantAdministration, TenantAdministration>();
        services.AddScoped<Backups>();
        services.AddScoped<IBackups>(provider => provider.GetRequiredService<Backups>());
        services.AddScoped<SqliteCopy>();
        services.AddScoped<PostgresCopy>();
        AddFirstRun(services);
        AddSite(services);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddSingleton<KeyStore>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options =>
            {
                options.XmlRepository = provider.GetRequiredService<KeyStore>();
                // On purpose: docs/security.md says what protects the keys. A configured encryptor takes precedence.
                options.XmlEncryptor ??= new NullXmlEncryptor();
            }));
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => SiteFiles.Map(endpoints);

    private static void AddFirstRun(IServiceCollection services)
    {
        services.AddScoped<Startup>();
        services.AddScoped<FirstRun>();
        services.AddSingleton<SetupCode>();
        services.AddScoped<SiteSetup>();
    }

    private static void AddSite(IServiceCollection services)
    {
        services.AddScoped<SettingsEditor>();
        services.AddScoped<IEventHandler<SettingsChanged>, ReindexOnNewLanguages>();
        services.AddScoped<FeatureSwitches>();
        services.AddScoped<LogoFiles>();
        services.AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<SiteList>();
        services.AddSingleton(new HomeSection(0, typeof(LandingSection), FeatureSwitches.Landing, Wide: true));
    }
}
