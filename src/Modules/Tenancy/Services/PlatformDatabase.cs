using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Tenancy.Data;

namespace Portal.Tenancy.Services;

/// <summary>Makes databases and brings their tables up to date.</summary>
internal sealed class PlatformDatabase(TenantDatabases databases, TenancyDbContext tenancy, ModuleCatalog catalog)
{
    /// <summary>Brings the platform's own tables up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await EnsurePlaceAsync(databases.DataFolder, TenantDatabases.PlatformSchema, null, cancellationToken);
        await tenancy.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Makes a tenant's database where it is missing and brings its tables up to date.</summary>
    public async Task MigrateAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await EnsurePlaceAsync(databases.FolderOf(tenant.Name), TenantDatabases.SchemaOf(tenant.Name), tenant.ConnectionString, cancellationToken);
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        databases.Configure(options, tenant);
        await using var db = new PortalDbContext(options.Options, catalog);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private async Task EnsurePlaceAsync(string folder, string schema, string? connectionString, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(folder);
        if (databases.Kind == DatabaseKind.Sqlite) return;
        await using var command = databases.Source(connectionString).CreateCommand($"CREATE SCHEMA IF NOT EXISTS \"{schema}\"");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
