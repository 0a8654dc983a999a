using Portal.Platform.Modules;
using Portal.Search.Resources;

namespace Portal.Search;

/// <summary>One index per tenant.</summary>
public sealed class SearchModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "search",
        Name = "Search",
        Resources = typeof(SearchText),
        DependsOn = [],
        Features = [new Feature("Portal.Search", AlwaysOn: true)],
    };
}
