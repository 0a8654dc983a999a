using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;
using Portal.Tenancy.Data;
using Portal.Tenancy.Resources;
using Portal.Tenancy.Services;

namespace Portal.Tenancy;

/// <summary>Tenants: states, features, first run, platform administration.</summary>
public sealed class TenancyModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "tenancy",
        Name = "Tenancy",
        Resources = typeof(TenancyText),
        DependsOn = ["recipes", "accounts"],
        Features = [new Feature("Portal.Tenancy", AlwaysOn: true)],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<TenancyDbContext>((scope, options) => scope.GetRequiredService<TenantDatabases>().ConfigurePlatform(options));
        services.AddSingleton<TenantRegistry>();
        services.AddSingleton<ITenants>(provider => provider.GetRequiredService<TenantRegistry>());
        services.AddScoped<PlatformDatabase>();
        services.AddScoped<Startup>();
        services.AddScoped<FirstRun>();
        services.AddSingleton<SetupCode>();
        services.AddScoped<ITenantAdministration, TenantAdministration>();
        services.AddScoped<Backups>();
        services.AddScoped<IBackups>(provider => provider.GetRequiredService<Backups>());
        services.AddScoped<SqliteCopy>();
        services.AddScoped<PostgresCopy>();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<KeyStore>()));
    }
}
