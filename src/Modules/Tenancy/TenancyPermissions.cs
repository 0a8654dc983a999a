namespace Portal.Tenancy;

/// <summary>Permissions of this module.</summary>
internal static class TenancyPermissions
{
    /// <summary>Add, suspend and remove tenants. Whoever can do that has hold of everything a tenant knows of people, so it needs a second factor.</summary>
    public const string ManagePlatform = "ManagePlatform";

    /// <summary>Change name, languages, look and features of the tenant.</summary>
    public const string ManageTenantSettings = "ManageTenantSettings";
}
