namespace Portal.Platform.Tenants;

/// <summary>Whether a tenant's site answers.</summary>
public enum TenantState
{
    /// <summary>The site answers.</summary>
    Running,

    /// <summary>The site answers 503 until it is resumed.</summary>
    Suspended,
}

/// <summary>A place or service with a site of its own.</summary>
public sealed record Tenant
{
    /// <summary>Lower-case name of at most 40 letters, digits and hyphens; also names its database file or schema.</summary>
    public required string Name { get; init; }

    /// <summary>Host name it answers to, or null for any.</summary>
    public string? Host { get; init; }

    /// <summary>First path segment it answers to, without slashes, or null for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether the site answers.</summary>
    public TenantState State { get; init; }

    /// <summary>Connection string of its own, for a tenant that lives on another server; null for the common one.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Name of the tenant that answers where no other does and looks after the platform.</summary>
    public const string Default = "default";

    /// <summary>True for the tenant that looks after the platform.</summary>
    public bool IsDefault => Name == Default;

    /// <summary>The prefix as it stands before every path: empty or with a leading slash.</summary>
    public string PathPrefix => Prefix is null ? "" : "/" + Prefix;
}
