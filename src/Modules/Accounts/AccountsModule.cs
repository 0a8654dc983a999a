using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Accounts.Resources;
using Portal.Accounts.Security;
using Portal.Platform.Modules;

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
        Permissions =
        [
            new Permission(AccountsPermissions.ManageUsers, "Permission.ManageUsers", SeesPeople: true),
            new Permission(AccountsPermissions.OpenManage, "Permission.OpenManage"),
        ],
        Folders =
        [
            new PageFolder("/Manage/Overview", AccountsPermissions.OpenManage),
            new PageFolder("/Manage/Users", AccountsPermissions.ManageUsers),
        ],
        Menu =
        [
            new MenuEntry(MenuPlace.Personal, 900, "Menu.Manage", "/manage", AccountsPermissions.OpenManage),
            new MenuEntry(MenuPlace.Manage, 500, "Menu.Users", "/manage/users", AccountsPermissions.ManageUsers),
            new MenuEntry(MenuPlace.Manage, 510, "Menu.Roles", "/manage/roles", AccountsPermissions.ManageUsers),
        ],
    };

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignIn();
        services.AddAccounts();
    }
}
