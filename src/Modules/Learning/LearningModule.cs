using Portal.Platform.Modules;
using Portal.Learning.Resources;

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
    };
}
