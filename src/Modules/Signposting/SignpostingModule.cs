using Portal.Platform.Modules;
using Portal.Signposting.Resources;

namespace Portal.Signposting;

/// <summary>Plans that link workers make with people.</summary>
public sealed class SignpostingModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "signposting",
        Name = "Signposting",
        Resources = typeof(SignpostingText),
        DependsOn = ["directory", "learning", "programmes", "search", "messages"],
        Features = [new Feature("Portal.Signposting")],
    };
}
