using Portal.Platform.Tenants;
using Portal.Tenancy.Data;

namespace Portal.Tenancy.Services;

/// <summary>Makes everything ready before the first request.</summary>
internal sealed class Startup(PlatformDatabase database, TenantRegistry registry, TenancyDbContext db)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await database.MigrateAsync(cancellationToken);
        foreach (var tenant in await registry.ListAsync(cancellationToken)) await database.MigrateAsync(tenant, cancellationToken);
        if (await registry.FindAsync(Tenant.Default, cancellationToken) is null) await AddDefaultAsync(cancellationToken);
    }

    private async Task AddDefaultAsync(CancellationToken cancellationToken)
    {
        var row = new TenantRow { Name = Tenant.Default };
        await database.MigrateAsync(row.ToTenant(), cancellationToken);
        db.Tenants.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        registry.Forget();
    }
}
