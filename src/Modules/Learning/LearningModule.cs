using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Learning.Contracts;
using Portal.Learning.Pages.Learn;
using Portal.Learning.Recipes;
using Portal.Learning.Resources;
using Portal.Learning.Services;
using Portal.Platform.Events;
using Portal.Platform.Modules;
using Portal.Platform.Web;
using Portal.Recipes.Contracts;
using Portal.Search.Contracts;

namespace Portal.Learning;

/// <summary>Self-management articles and collections.</summary>
public sealed class LearningModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "learning",
        Name = "Learning",
        Resources = typeof(LearningText),
        DependsOn = ["recipes", "search", "directory"],
        Features = [new Feature("Portal.Learning")],
        Permissions = [new Permission(LearningPermissions.ManageContent, "Permission.ManageContent")],
        Folders = [new PageFolder("/Manage", LearningPermissions.ManageContent)],
        Menu =
        [
            new MenuEntry(MenuPlace.Main, 20, "Menu.Learn", "/learn"),
            new MenuEntry(MenuPlace.Manage, 30, "Menu.Articles", "/manage/articles", LearningPermissions.ManageContent),
            new MenuEntry(MenuPlace.Manage, 31, "Menu.Collections", "/manage/collections", LearningPermissions.ManageContent),
        ],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<LibraryReader>();
        services.AddScoped<IArticles>(provider => provider.GetRequiredService<LibraryReader>());
        services.AddScoped<ArticleReader>();
        services.AddSingleton(new HomeSection(20, typeof(LearnSection), "Portal.Learning"));
        services.AddScoped<ReadingIndex>();
        services.AddScoped<GroupsThatFit>();
        services.AddScoped<ArticleIndexer>();
        services.AddScoped<IEventHandler<ReindexRequested>, ArticleIndexer>();
        services.AddScoped<ArticleEditor>();
        services.AddScoped<IArticleTitles>(provider => provider.GetRequiredService<ArticleEditor>());
        services.AddScoped<CollectionEditor>();
        services.AddScoped<EditingFrame>();
        services.AddScoped<IContentType, ArticleContentType>();
        services.AddScoped<IContentType, CollectionContentType>();
    }
}
