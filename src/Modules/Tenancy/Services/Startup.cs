using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Portal.Platform.Tenants;
using Portal.Tenancy.Data;

namespace Portal.Tenancy.Services;

/// <summary>Makes everything ready before the first request.</summary>
internal sealed partial class Startup(
    PlatformDatabase database, TenantRegistry registry, TenancyDbContext db, FirstRun firstRun, LostIndex index, IConfiguration configuration, ILogger<Startup> log)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await MigrateAsync(cancellationToken);
        await firstRun.PrepareAsync(configuration.GetValue("Portal:Samples", true), cancellationToken);
    }

    /// <summary>Brings all tables up to date. A tenant that cannot be, answers 503, and the others go on.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await database.MigrateAsync(cancellationToken);
        registry.Forget();
        var tenants = await registry.ListAsync(cancellationToken);
        await Parallel.ForEachAsync(tenants, cancellationToken, async (tenant, stop) => await MigrateAsync(tenant, stop));
        if (await registry.FindAsync(Tenant.Default, cancellationToken) is null) await AddDefaultAsync(cancellationToken);
    }

    private async Task MigrateAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        try
        {
            if (await database.MigrateAsync(tenant, cancellationToken)) await index.FillAsync(tenant, cancellationToken);
        }
        catch (Exception problem) when (!tenant.IsDefault && problem is not OperationCanceledException)
        {
            LogNotMigrated(problem, tenant.Name);
            registry.PutOutOfOrder(tenant.Name);
        }
    }

    private async Task AddDefaultAsync(CancellationToken cancellationToken)
    {
        var row = new TenantRow { Name = Tenant.Default };
        await database.CreateAsync(row.ToTenant(), cancellationToken);
        db.Tenants.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        registry.Forget();
    }

    [LoggerMessage(LogLevel.Critical, "The tables of the tenant {Tenant} could not be brought up to date. Its site answers 503 until the program is started again.")]
    private partial void LogNotMigrated(Exception problem, string tenant);
}
