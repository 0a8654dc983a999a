namespace Portal.Directory;

/// <summary>Permissions of this module.</summary>
internal static class DirectoryPermissions
{
    /// <summary>Keep the pages of the groups that name the user's e-mail address as one of their volunteers.</summary>
    public const string EditOwnListings = "EditOwnListings";

    /// <summary>Keep the pages of all groups, and say who keeps which.</summary>
    public const string ManageListings = "ManageListings";
}
