namespace Portal.Platform.Tenants;

/// <summary>The tenant that the present request, job or command works for. Scoped; set once by whoever opens the scope.</summary>
public sealed class TenantContext
{
    private Tenant? tenant;
    private TenantProfile? profile;

    /// <summary>The tenant.</summary>
    /// <exception cref="InvalidOperationException">The scope was opened without a tenant.</exception>
    public Tenant Tenant => tenant ?? throw new InvalidOperationException("No tenant has been chosen for this scope.");

    /// <summary>Its settings and features.</summary>
    public TenantProfile Profile => profile ?? throw new InvalidOperationException("The tenant's settings have not been read in this scope.");

    /// <summary>Its settings.</summary>
    public TenantSettings Settings => Profile.Settings;

    /// <summary>Language of the reader, one of the tenant's.</summary>
    public string Language { get; set; } = "en";

    /// <summary>True once a tenant is chosen.</summary>
    public bool IsSet => tenant is not null;

    /// <summary>Chooses the tenant for this scope.</summary>
    public void Use(Tenant chosen)
    {
        tenant = chosen;
        CurrentTenant.Name = chosen.Name;
    }

    /// <summary>Sets what was read of the tenant.</summary>
    public void Use(TenantProfile read)
    {
        profile = read;
        Language = read.Settings.DefaultLanguage;
    }
}

/// <summary>
/// Name of the tenant that the running code works for, for the few singletons of the framework that know no scope: data
/// protection and cookie names.
/// </summary>
public static class CurrentTenant
{
    private static readonly AsyncLocal<string?> current = new();

    /// <summary>The tenant's name, or null outside any tenant.</summary>
    public static string? Name
    {
        get => current.Value;
        set => current.Value = value;
    }
}
