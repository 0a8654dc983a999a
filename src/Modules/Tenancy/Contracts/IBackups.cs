using Portal.Platform.Tenants;

namespace Portal.Tenancy.Contracts;

/// <summary>Writes tenants to files and reads them back. A file holds the tenant's database and its media.</summary>
public interface IBackups
{
    /// <summary>Writes a tenant as it is at one moment; the site goes on meanwhile.</summary>
    /// <returns>The file: <c>{name}-{date}-{time}.zip</c> in the folder.</returns>
    Task<string> BackUpAsync(Tenant tenant, string folder, CancellationToken cancellationToken);

    /// <summary>Writes the platform's own data: the list of tenants and the keys that protect cookies, links and what is encrypted.</summary>
    Task<string> BackUpPlatformAsync(string folder, CancellationToken cancellationToken);

    /// <summary>Asks the database of a tenant whether it is sound.</summary>
    /// <exception cref="TenantException">It is not.</exception>
    Task CheckDatabaseAsync(Tenant tenant, CancellationToken cancellationToken);

    /// <summary>Reads a backup into a new tenant, or over one that is there.</summary>
    /// <returns>The tenant; null for a backup of the platform's own data, of which missing keys are added.</returns>
    /// <exception cref="TenantIsThereException">There is such a tenant, and <see cref="Restore.Overwrite"/> is not set; nothing has been changed.</exception>
    /// <exception cref="TenantException">It cannot be done; nothing has been changed.</exception>
    Task<Tenant?> RestoreAsync(Restore restore, CancellationToken cancellationToken);
}

/// <summary>How a backup is to be read back.</summary>
public sealed record Restore
{
    /// <summary>The backup.</summary>
    public required string File { get; init; }

    /// <summary>Name of the tenant; null for the one it was made of.</summary>
    public string? Name { get; init; }

    /// <summary>Prefix of a new tenant; null for the name, where there is no host name either.</summary>
    public string? Prefix { get; init; }

    /// <summary>Host name of a new tenant; null for none.</summary>
    public string? Host { get; init; }

    /// <summary>True to put it over a tenant that is there. That one is backed up first.</summary>
    public bool Overwrite { get; init; }
}
