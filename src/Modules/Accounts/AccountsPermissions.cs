namespace Portal.Accounts;

/// <summary>Permissions of this module.</summary>
internal static class AccountsPermissions
{
    /// <summary>Invite, lock and change users, and say what roles may do. Who can hand out roles can hand out the sight of people, so it needs a second factor as well.</summary>
    public const string ManageUsers = "ManageUsers";

    /// <summary>Open the overview of everything there is to manage. Nobody is given it: everybody has it who may open something on the overview.</summary>
    public const string OpenManage = "OpenManage";
}
