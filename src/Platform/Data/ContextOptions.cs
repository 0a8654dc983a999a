using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Tenants;

namespace Portal.Platform.Data;

/// <summary>The options of each tenant's context. They are the same for every request, so they are made once.</summary>
internal sealed class ContextOptions(IServiceProvider root, TenantDatabases databases)
{
    private readonly ConcurrentDictionary<Tenant, DbContextOptions<PortalDbContext>> made = new();

    public DbContextOptions<PortalDbContext> Of(Tenant tenant) => made.GetOrAdd(tenant, Make);

    private DbContextOptions<PortalDbContext> Make(Tenant tenant)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UseApplicationServiceProvider(root);
        databases.Configure(options, tenant);
        return options.Options;
    }
}
