using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Modules;
using Portal.Search.Contracts;
using Portal.Search.Services;

namespace Portal.Search;

/// <summary>One index per tenant.</summary>
public sealed class SearchModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "search",
        Name = "Search",
        Resources = typeof(Resources.SearchText),
        DependsOn = [],
        Features = [new Feature("Portal.Search", AlwaysOn: true)],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ISearchIndex, SearchIndex>();
        services.AddScoped<ISearch, SearchService>();
        services.AddScoped<IItemScan, ItemScan>();
        services.AddScoped<IRankingAges, UsualAges>();
        services.AddScoped<EntryTable>();
        services.AddScoped<SegmentWriter>();
        services.AddSingleton<IndexCache>();
        services.AddScoped<IndexReader>();
        services.AddScoped<Suggester>();
    }
}
