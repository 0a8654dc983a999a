using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.OpenReferral.Csv;
using Portal.OpenReferral.Imports;
using Portal.OpenReferral.Oruk;
using Portal.OpenReferral.Resources;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.OpenReferral;

/// <summary>The directory as open data (Open Referral UK 3.0), and imports from feeds and spreadsheets.</summary>
public sealed class OpenReferralModule : PortalModule
{
    private const string ApiFeature = "Portal.OpenReferral";

    /// <summary>Read feeds and spreadsheets into the directory.</summary>
    internal const string ManageImports = "ManageImports";

    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "openreferral",
        Name = "Open Referral",
        Resources = typeof(OpenReferralText),
        DependsOn = ["search", "directory"],
        Features = [new Feature(ApiFeature)],
        Permissions = [new Permission(ManageImports, "Permission.ManageImports")],
        Folders = [new PageFolder("/Manage/Imports", ManageImports)],
        Menu =
        [
            new MenuEntry(MenuPlace.Footer, 50, "Menu.OpenData", "/open-data"),
            new MenuEntry(MenuPlace.Manage, 30, "Menu.Imports", "/manage/imports", ManageImports),
        ],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOpenDataRules();
        services.AddScoped(scope => OpenDataSettings.Of(scope, scope.GetRequiredService<TenantContext>().Tenant.Name));
        services.AddScoped<OrukTerms>();
        services.AddScoped<OrukScheduleWriter>();
        services.AddScoped<OrukWriter>();
        services.AddScoped<OrukAnswers>();
        services.AddScoped<OrukApi>();
        services.AddScoped<OpenApiDocument>();
        services.AddScoped<CsvPackage>();
        services.AddSingleton(new StreamedPath(OrukRoutes.Root));
        services.AddImports();
    }

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder endpoints) => OrukRoutes.Map(endpoints);
}
