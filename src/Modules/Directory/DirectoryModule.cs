using Portal.Platform.Modules;
using Portal.Directory.Resources;

namespace Portal.Directory;

/// <summary>Organisations, listings, venues, schedules, taxonomies.</summary>
public sealed class DirectoryModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "directory",
        Name = "Directory",
        Resources = typeof(DirectoryText),
        DependsOn = ["recipes", "search", "accounts", "messages"],
        Features = [new Feature("Portal.Directory")],
    };
}
