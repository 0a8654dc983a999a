namespace Portal.Accounts.Contracts;

/// <summary>A user as other modules see one.</summary>
public sealed record UserSummary(string Id, string Name, string Email, string Language);

/// <summary>The tenant's users.</summary>
public interface IUsers
{
    /// <summary>The user with that e-mail address, or null.</summary>
    Task<UserSummary?> FindByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>Users by e-mail address in lower case, in one query; addresses that nobody has are left out.</summary>
    Task<IReadOnlyDictionary<string, UserSummary>> FindByEmailsAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken);

    /// <summary>Users by id, in one query.</summary>
    Task<IReadOnlyDictionary<string, UserSummary>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>The user with that address, made with the role when there is none yet. Saved at once.</summary>
    /// <exception cref="InvalidOperationException">The role does not exist, or the address is none.</exception>
    Task<UserSummary> EnsureAsync(NewUser user, CancellationToken cancellationToken);

    /// <summary>Gives a user a role beside those they have; false when they have it already or the account is locked. Audited; saved at once.</summary>
    /// <exception cref="InvalidOperationException">The role does not exist.</exception>
    Task<bool> GrantRoleAsync(string userId, string role, CancellationToken cancellationToken);

    /// <summary>The users whose roles allow something, by name; accounts that are locked are left out.</summary>
    Task<IReadOnlyList<UserSummary>> AllowedToAsync(string permission, CancellationToken cancellationToken);

    /// <summary>
    /// A link that signs the user in once and leads to a page of the site, for seven days. Saved at once, with what else is
    /// changed in the scope.
    /// </summary>
    /// <param name="returnPath">Path inside the tenant without prefix and language: <c>/my-groups</c>.</param>
    /// <returns>The whole address.</returns>
    Task<string> CreateSignInLinkAsync(string userId, string returnPath, CancellationToken cancellationToken);
}

/// <summary>A user to be made.</summary>
public sealed record NewUser
{
    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Name to show; the part of the address before the @ where it is null.</summary>
    public string? Name { get; init; }

    /// <summary>Name of a role, or null for none.</summary>
    public string? Role { get; init; }

    /// <summary>Language for e-mails; the tenant's default where it is null.</summary>
    public string? Language { get; init; }
}
