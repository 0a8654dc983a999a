using Portal.Platform.Modules;
using Portal.Accounts.Resources;

namespace Portal.Accounts;

/// <summary>Users, roles, sign-in.</summary>
public sealed class AccountsModule : PortalModule
{
    /// <inheritdoc/>
    public override ModuleManifest Manifest { get; } = new()
    {
        Id = "accounts",
        Name = "Accounts",
        Resources = typeof(AccountsText),
        DependsOn = ["recipes", "messages"],
        Features = [new Feature("Portal.Accounts", AlwaysOn: true)],
    };
}
