namespace Portal.Platform.Tenants;

/// <summary>Runs work for one tenant, for jobs, commands and tests; requests are prepared by the middleware.</summary>
public interface ITenantScopes
{
    /// <summary>Opens a scope for a tenant, reads its settings and runs the work in it, in the tenant's default language.</summary>
    Task<T> RunAsync<T>(Tenant tenant, Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken = default);

    /// <summary>Opens a scope for a tenant, reads its settings and runs the work in it, in the tenant's default language.</summary>
    Task RunAsync(Tenant tenant, Func<IServiceProvider, Task> work, CancellationToken cancellationToken = default);
}

/// <summary>The tenants of this installation.</summary>
public interface ITenants
{
    /// <summary>All tenants, suspended ones too, by name.</summary>
    Task<IReadOnlyList<Tenant>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The tenant of that name, or null.</summary>
    Task<Tenant?> FindAsync(string name, CancellationToken cancellationToken = default);
}
