using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;

namespace Portal.Platform.Data;

/// <summary>Kind of database server.</summary>
public enum DatabaseKind
{
    /// <summary>One file per tenant.</summary>
    Sqlite,

    /// <summary>One schema per tenant.</summary>
    Postgres,
}

/// <summary>
/// Where each tenant's data is. SQLite: a file per tenant. PostgreSQL: a schema per tenant; all tenants of a server share
/// one connection pool, and a connection is pointed at the tenant's schema when it is taken from the pool and at none when
/// it goes back, so that hundreds of tenants need no hundreds of connections.
/// </summary>
public sealed class TenantDatabases : IAsyncDisposable
{
    /// <summary>Connections per server that ask for versions; requests that come at the same time share a question.</summary>
    private const int VersionConnections = 8;

    /// <summary>How many tenants' questions a connection keeps a plan of.</summary>
    private const int VersionPlans = 100;

    private const string ReadVersion = "SELECT \"Version\" FROM platform_content_version";
    private readonly ConcurrentDictionary<string, NpgsqlDataSource> sources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NpgsqlDataSource> versionSources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Tenant, SharedQuery<long>> versions = new();
    private readonly string? commonConnection;

    /// <summary>Reads <c>Portal:Data</c>, <c>Portal:Database</c> and <c>ConnectionStrings:Portal</c>.</summary>
    /// <exception cref="InvalidOperationException">The settings do not fit together.</exception>
    public TenantDatabases(IConfiguration configuration)
    {
        DataFolder = Path.GetFullPath(configuration["Portal:Data"] ?? "App_Data");
        Kind = (configuration["Portal:Database"] ?? "sqlite").ToLowerInvariant() switch
        {
            "sqlite" => DatabaseKind.Sqlite,
            "postgres" => DatabaseKind.Postgres,
            var other => throw new InvalidOperationException($"Portal:Database is '{other}'. It can be 'sqlite' or 'postgres'."),
        };
        commonConnection = configuration.GetConnectionString("Portal");
        if (Kind == DatabaseKind.Postgres && commonConnection is null)
            throw new InvalidOperationException("Portal:Database is 'postgres', so ConnectionStrings:Portal must say where the server is.");
        if (Kind == DatabaseKind.Postgres) Check(commonConnection!);
    }

    /// <summary>Folder for databases, media, keys and, in development, outgoing mail.</summary>
    public string DataFolder { get; }

    /// <summary>Kind of database all tenants use.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>Folder of a tenant's own files; in it its SQLite database.</summary>
    public string FolderOf(string tenantName) => Path.Combine(DataFolder, "tenants", tenantName);

    /// <summary>A tenant's SQLite file.</summary>
    public string FileOf(string tenantName) => Path.Combine(FolderOf(tenantName), "portal.db");

    /// <summary>The file of the platform's own data on SQLite: the list of tenants and the keys.</summary>
    public string PlatformFile => Path.Combine(DataFolder, "platform.db");

    /// <summary>The schema that holds a tenant's tables on PostgreSQL.</summary>
    public static string SchemaOf(string tenantName) => "tenant_" + tenantName.Replace('-', '_');

    /// <summary>The schema of the platform's own data on PostgreSQL.</summary>
    public const string PlatformSchema = "portal_platform";

    /// <summary>Points a context at a tenant's database.</summary>
    public void Configure(DbContextOptionsBuilder options, Tenant tenant)
    {
        Configure(options, SqliteConnectionTo(FileOf(tenant.Name)), tenant.ConnectionString, SchemaOf(tenant.Name));
        options.ReplaceService<IMigrationsAssembly, ModuleMigrationsAssembly>();
        // Migrations are written by hand, so there is no model snapshot to compare with; a test compares the tables instead.
        // Not every module has tables of its own.
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.NoEntityTypeConfigurationsWarning));
    }

    /// <summary>A context on a tenant's database, outside any scope.</summary>
    public PortalDbContext Open(Tenant tenant, ModuleCatalog catalog)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        Configure(options, tenant);
        return new PortalDbContext(options.Options, catalog, []);
    }

    /// <summary>Has EF build the model of the tenants' tables, which it keeps. It takes a while, and nothing has to wait for it but the first who uses it.</summary>
    public void BuildModel(ModuleCatalog catalog)
    {
        using var db = Open(new Tenant { Name = Tenant.Default }, catalog);
        _ = db.Model;
    }

    /// <summary>Points a context at the platform's own database.</summary>
    public void ConfigurePlatform(DbContextOptionsBuilder options)
    {
        Configure(options, SqliteConnectionTo(PlatformFile), null, PlatformSchema);
        options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <summary>Data source of a PostgreSQL server.</summary>
    public NpgsqlDataSource Source(string? connectionString = null)
        => sources.GetOrAdd(connectionString ?? commonConnection!, static text => NpgsqlDataSource.Create(text));

    /// <summary>Connection string of an SQLite file; its folder is made when missing.</summary>
    public static string SqliteConnectionTo(string file)
        => new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true }.ToString();

    /// <summary>
    /// Lets an SQLite file be read while it is written: with SQLite's own journal, readers wait for each change. The file remembers it; a
    /// missing one is made.
    /// </summary>
    public static async Task KeepWriteAheadLogAsync(string file, CancellationToken cancellationToken = default)
    {
        await using var connection = new SqliteConnection(SqliteConnectionTo(file));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = 'wal'";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads the version of a tenant's content in one small query.</summary>
    public async Task<long> ReadVersionAsync(Tenant tenant, CancellationToken cancellationToken = default)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            await using var file = new SqliteConnection(SqliteConnectionTo(FileOf(tenant.Name)));
            await file.OpenAsync(cancellationToken);
            return await ReadLongAsync(file, ReadVersion, cancellationToken);
        }

        // A question to a server takes long enough for many requests to come meanwhile.
        return await versions.GetOrAdd(tenant, asked => new SharedQuery<long>(() => AskVersionAsync(asked))).AskAsync().WaitAsync(cancellationToken);
    }

    private async Task<long> AskVersionAsync(Tenant tenant)
    {
        await using var server = await VersionSource(tenant.ConnectionString).OpenConnectionAsync();
        return await ReadLongAsync(server, ReadVersion.Replace("platform_", $"\"{SchemaOf(tenant.Name)}\".platform_", StringComparison.Ordinal), default);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources.Values.Concat(versionSources.Values)) await source.DisposeAsync();
    }

    /// <summary>
    /// Connections that are only asked for versions, by the full name of the table: pointed at no schema, they have nothing to be reset when
    /// they go back, and the server keeps the plan of a question that every request asks.
    /// </summary>
    private NpgsqlDataSource VersionSource(string? connectionString)
        => versionSources.GetOrAdd(connectionString ?? commonConnection!, static text => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(text)
        {
            NoResetOnClose = true,
            MaxAutoPrepare = VersionPlans,
            MaxPoolSize = VersionConnections,
        }));

    private void Configure(DbContextOptionsBuilder options, string sqlite, string? postgres, string schema)
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            options.UseSqlite(sqlite);
        }
        else
        {
            options.UseNpgsql(Source(postgres), server => server.MigrationsHistoryTable("__EFMigrationsHistory", schema));
            options.AddInterceptors(new SearchPath(schema));
        }
    }

    private static void Check(string connectionString)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException problem)
        {
            throw new InvalidOperationException($"ConnectionStrings:Portal cannot be read: {problem.Message}", problem);
        }
    }

    private static async Task<long> ReadLongAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Points a connection at one schema as soon as it is opened.</summary>
    private sealed class SearchPath(string schema) : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SET search_path TO \"{schema}\"";
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SET search_path TO \"{schema}\"";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
