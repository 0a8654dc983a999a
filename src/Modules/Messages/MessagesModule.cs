using Portal.Platform.Modules;
using Portal.Messages.Resources;

namespace Portal.Messages;

/// <summary>E-mails: templates per language, outgoing mail, delivery.</summary>
public sealed class MessagesModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "messages",
        Name = "Messages",
        Resources = typeof(MessagesText),
        DependsOn = [],
        Features = [new Feature("Portal.Messages", AlwaysOn: true)],
    };
}
