using Portal.Platform.Modules;
using Portal.Jobs.Resources;

namespace Portal.Jobs;

/// <summary>Work by the clock, per tenant.</summary>
public sealed class JobsModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "jobs",
        Name = "Jobs",
        Resources = typeof(JobsText),
        DependsOn = [],
        Features = [new Feature("Portal.Jobs", AlwaysOn: true)],
    };
}
