using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Learning.Contracts;
using Portal.Platform.Events;
using Portal.Platform.Modules;
using Portal.Programmes.Contracts;
using Portal.Programmes.Recipes;
using Portal.Programmes.Resources;
using Portal.Programmes.Services;
using Portal.Recipes.Contracts;
using Portal.Search.Contracts;

namespace Portal.Programmes;

/// <summary>Education modules and courses.</summary>
public sealed class ProgrammesModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "programmes",
        Name = "Programmes",
        Resources = typeof(ProgrammesText),
        DependsOn = ["recipes", "search", "directory", "learning"],
        Features = [new Feature("Portal.Programmes")],
        Folders = [new PageFolder("/Manage", LearningPermissions.ManageContent)],
        Menu =
        [
            new MenuEntry(MenuPlace.Main, 30, "Menu.Programmes", "/programmes"),
            new MenuEntry(MenuPlace.Manage, 32, "Menu.Programmes", "/manage/programmes", LearningPermissions.ManageContent),
        ],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ProgrammeWords>();
        services.AddScoped<CatalogueReader>();
        services.AddScoped<IProgrammes>(provider => provider.GetRequiredService<CatalogueReader>());
        services.AddScoped<ProgrammeReader>();
        services.AddScoped<ProgrammeIndexer>();
        services.AddScoped<ProgrammeEditor>();
        services.AddScoped<IEventHandler<ReindexRequested>, ProgrammeIndexer>();
        services.AddScoped<IContentType, ProgrammeContentType>();
    }
}
