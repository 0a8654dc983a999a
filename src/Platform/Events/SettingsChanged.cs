using Portal.Platform.Tenants;

namespace Portal.Platform.Events;

/// <summary>The settings of the tenant are about to be saved with other values.</summary>
public sealed record SettingsChanged(TenantSettings Before, TenantSettings After);
