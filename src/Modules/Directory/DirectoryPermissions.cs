namespace Portal.Directory;

/// <summary>Permissions of this module.</summary>
internal static class DirectoryPermissions
{
    /// <summary>Keep the pages of the groups that name the user's e-mail address as one of their volunteers.</summary>
    public const string EditOwnListings = "EditOwnListings";

    /// <summary>Keep the pages of all groups, and say who keeps which.</summary>
    public const string ManageListings = "ManageListings";

    /// <summary>Decide on what others suggest. Part of <see cref="ManageListings"/>.</summary>
    public const string ModerateListings = "ModerateListings";

    /// <summary>Change the terms that listings are sorted by, and their synonyms.</summary>
    public const string ManageTaxonomies = "ManageTaxonomies";

    /// <summary>Read who did what on the site.</summary>
    public const string ViewAudit = "ViewAudit";
}
