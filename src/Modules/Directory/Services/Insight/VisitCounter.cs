using Portal.Platform.Languages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>Counts in memory what a visitor of the tenant is shown, on the tenant's day.</summary>
internal sealed class VisitCounter(VisitBuffer buffer, TenantContext tenant, DateWords dates) : IVisitCounter
{
    public void Count(Shown shown) => buffer.Add(tenant.Tenant.Name, dates.Today, shown);
}
