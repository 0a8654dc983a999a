using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Data;

namespace Portal.Tenancy.Services;

/// <summary>Ready means: the list of tenants and the default tenant can be read.</summary>
internal sealed class DatabaseHealth(TenancyDbContext db, TenantDatabases databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var row = await db.Tenants.AsNoTracking().SingleAsync(tenant => tenant.Name == Tenant.Default, cancellationToken);
            await databases.ReadVersionAsync(row.ToTenant(), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", problem);
        }
    }
}
