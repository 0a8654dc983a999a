using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Portal.Tenancy.Data;

namespace Portal.Tenancy.Services;

/// <summary>Makes databases, brings their tables up to date, and throws them away.</summary>
internal sealed class PlatformDatabase(TenantDatabases databases, TenancyDbContext tenancy, ModuleCatalog catalog, TimeProvider clock)
{
    /// <summary>Brings the platform's own tables up to date.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await EnsurePlaceAsync(databases.PlatformFile, TenantDatabases.PlatformSchema, null, cancellationToken);
        if (!await IsUpToDateAsync(tenancy, cancellationToken)) await tenancy.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Makes a tenant's database where it is missing and brings its tables up to date, as far as a migration or to the newest; false when they were.</summary>
    public async Task<bool> MigrateAsync(Tenant tenant, CancellationToken cancellationToken, string? asFarAs = null)
    {
        await EnsurePlaceAsync(databases.FileOf(tenant.Name), TenantDatabases.SchemaOf(tenant.Name), tenant.ConnectionString, cancellationToken);
        await using var db = Open(tenant);
        if (asFarAs is null && await IsUpToDateAsync(db, cancellationToken)) return false;
        await db.Database.MigrateAsync(asFarAs, cancellationToken);
        return true;
    }

    /// <summary>
    /// Makes the database of a new tenant. Its content is counted from the clock, so that nothing kept in memory of an earlier
    /// tenant of this name can be taken for its own.
    /// </summary>
    public async Task CreateAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await MigrateAsync(tenant, cancellationToken);
        await using var db = Open(tenant);
        await db.Database.ExecuteSqlAsync($"""UPDATE platform_content_version SET "Version" = {clock.GetUtcNow().ToUnixTimeMilliseconds()}""", cancellationToken);
    }

    /// <summary>True when there is something where a tenant's data would go.</summary>
    public async Task<bool> ExistsAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (System.IO.Directory.Exists(databases.FolderOf(tenant.Name))) return true;
        if (databases.Kind == DatabaseKind.Sqlite) return false;
        await using var command = databases.Source(tenant.ConnectionString).CreateCommand("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)");
        command.Parameters.AddWithValue(TenantDatabases.SchemaOf(tenant.Name));
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Throws a tenant's database and files away.</summary>
    public async Task DropAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (databases.Kind == DatabaseKind.Postgres)
        {
            await using var command = databases.Source(tenant.ConnectionString).CreateCommand($"DROP SCHEMA IF EXISTS \"{TenantDatabases.SchemaOf(tenant.Name)}\" CASCADE");
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        else
        {
            using var connection = new SqliteConnection(TenantDatabases.SqliteConnectionTo(databases.FileOf(tenant.Name)));
            SqliteConnection.ClearPool(connection);
        }

        var folder = databases.FolderOf(tenant.Name);
        if (System.IO.Directory.Exists(folder)) System.IO.Directory.Delete(folder, recursive: true);
    }

    /// <summary>A context on a tenant's database, outside any scope.</summary>
    public PortalDbContext Open(Tenant tenant) => databases.Open(tenant, catalog);

    /// <summary>True when no migration waits. Asked of every tenant at every start, so it is two small queries.</summary>
    private async Task<bool> IsUpToDateAsync(DbContext db, CancellationToken cancellationToken)
    {
        var history = db.GetService<IHistoryRepository>();
        if (databases.Kind == DatabaseKind.Postgres)
        {
            // PostgreSQL is asked whether there is a table of migrations by reading it, which is an error in the log where there is none.
            await history.CreateIfNotExistsAsync(cancellationToken);
        }
        else if (!await history.ExistsAsync(cancellationToken))
        {
            await history.CreateIfNotExistsAsync(cancellationToken);
            return false;
        }

        var applied = await history.GetAppliedMigrationsAsync(cancellationToken);
        return !db.GetService<IMigrationsAssembly>().Migrations.Keys.Except(applied.Select(row => row.MigrationId), StringComparer.Ordinal).Any();
    }

    private async Task EnsurePlaceAsync(string file, string schema, string? connectionString, CancellationToken cancellationToken)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (databases.Kind == DatabaseKind.Sqlite)
        {
            await TenantDatabases.KeepWriteAheadLogAsync(file, cancellationToken);
            return;
        }

        await using var command = databases.Source(connectionString).CreateCommand($"CREATE SCHEMA IF NOT EXISTS \"{schema}\"");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
