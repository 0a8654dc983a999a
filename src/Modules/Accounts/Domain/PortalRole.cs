namespace Portal.Accounts.Domain;

/// <summary>What a group of users may do.</summary>
internal sealed class PortalRole
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 80;

    /// <summary>Name of the role that always exists and may do everything; it is made with the table.</summary>
    public const string Administrator = "Administrator";

    /// <summary>Id of that role.</summary>
    public const string AdministratorId = "administrator";

    public required string Id { get; init; }

    /// <summary>Name, unique in the tenant; recipes know roles by it.</summary>
    public required string Name { get; set; }

    /// <summary>What the role is for, in a sentence.</summary>
    public string Description { get; set; } = "";

    /// <summary>Ids of the permissions. Not looked at for <see cref="Administrator"/>.</summary>
    public IReadOnlyList<string> Permissions { get; set; } = [];

    /// <summary>True for the role that may do everything.</summary>
    public bool IsAdministrator => Id == AdministratorId;
}

/// <summary>Says that a user has a role.</summary>
internal sealed class UserRole
{
    public required string UserId { get; init; }

    public required string RoleId { get; init; }
}
