using Portal.Platform.Tenants;

namespace Portal.Tenancy.Contracts;

/// <summary>Adds, suspends and removes tenants while the sites run.</summary>
public interface ITenantAdministration
{
    /// <summary>Makes a tenant: its database, then its recipe, then its address. When anything fails nothing of it stays behind.</summary>
    /// <returns>What stands against it; empty when the site answers.</returns>
    Task<IReadOnlyList<TenantFault>> AddAsync(NewTenant wanted, CancellationToken cancellationToken);

    /// <summary>Lets the site answer 503, or again as it did.</summary>
    /// <exception cref="TenantException">There is no such tenant, or it is the default one.</exception>
    Task SetStateAsync(string name, TenantState state, CancellationToken cancellationToken);

    /// <summary>Removes a tenant with all it holds, after a last backup.</summary>
    /// <returns>The file of the backup.</returns>
    /// <exception cref="TenantException">There is no such tenant, or it is the default one.</exception>
    Task<string> RemoveAsync(string name, CancellationToken cancellationToken);
}

/// <summary>A tenant to be made.</summary>
public sealed record NewTenant
{
    /// <summary>Lower-case letters, digits and hyphens, at most 40, beginning with a letter.</summary>
    public required string Name { get; init; }

    /// <summary>Host name it shall answer to, or null for any.</summary>
    public string? Host { get; init; }

    /// <summary>First path segment it shall answer to, or null for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>File of the recipe that sets it up.</summary>
    public required string Recipe { get; init; }

    /// <summary>Name of the site for recipes that ask for <c>SiteName</c>; null for the name.</summary>
    public string? SiteName { get; init; }
}

/// <summary>Something that stands against making a tenant.</summary>
/// <param name="Field">Property of <see cref="NewTenant"/> it is about.</param>
/// <param name="Key">Short name of the fault, by which forms find their words.</param>
/// <param name="Message">What is wrong, in English.</param>
public sealed record TenantFault(string Field, string Key, string Message);

/// <summary>Something that cannot be done with a tenant, in a sentence.</summary>
public class TenantException(string message) : Exception(message);

/// <summary>A tenant of that name is there, and nobody has said that it may be written over.</summary>
public sealed class TenantIsThereException(string name)
    : TenantException($"There is a tenant '{name}' already. Give --yes to put the backup over it, or --as NAME for another name.")
{
    /// <summary>Name of the tenant that is there.</summary>
    public string Name => name;
}
