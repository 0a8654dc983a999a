using Portal.Platform.Modules;
using Portal.Programmes.Resources;

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
    };
}
