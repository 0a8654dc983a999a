using Microsoft.AspNetCore.Http;
using Portal.Platform.Tenants;

namespace Portal.Platform.Security;

/// <summary>A cookie of which every tenant has its own, also where tenants share a host name.</summary>
public sealed class TenantCookie : CookieBuilder
{
    private readonly string baseName;

    /// <summary>A cookie that scripts cannot read and other sites cannot send, over https only where the request came so.</summary>
    public TenantCookie(string baseName)
    {
        this.baseName = baseName;
        Path = "/";
        HttpOnly = true;
        IsEssential = true;
        SameSite = SameSiteMode.Lax;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>The name with the running tenant's in it.</summary>
    public override string? Name
    {
        get => $"portal-{CurrentTenant.Name ?? "platform"}-{baseName}";
        set { }
    }
}
