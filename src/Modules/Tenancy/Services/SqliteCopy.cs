using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;

namespace Portal.Tenancy.Services;

/// <summary>Copies a tenant's SQLite database into a backup and back, while others read and write it.</summary>
internal sealed class SqliteCopy(TenantDatabases databases)
{
    private const string Entry = "portal.db";

    public async Task WriteAsync(Tenant tenant, ZipArchive zip, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, Entry);
        await using (var connection = new SqliteConnection(TenantDatabases.SqliteConnectionTo(databases.FileOf(tenant.Name))))
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await zip.CreateEntryFromFileAsync(copy, Entry, CompressionLevel.Fastest, cancellationToken);
    }

    /// <summary>Puts the copy in place, in one transaction of the database that is there.</summary>
    public async Task ReadAsync(Tenant tenant, ZipArchive zip, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var copy = Path.Combine(folder.Path, Entry);
        await (zip.GetEntry(Entry) ?? throw new TenantException("The backup holds no database.")).ExtractToFileAsync(copy, cancellationToken);
        System.IO.Directory.CreateDirectory(databases.FolderOf(tenant.Name));
        await using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        await source.OpenAsync(cancellationToken);
        await CheckAsync(source, cancellationToken);
        await using var target = new SqliteConnection(TenantDatabases.SqliteConnectionTo(databases.FileOf(tenant.Name)));
        await target.OpenAsync(cancellationToken);
        source.BackupDatabase(target);
    }

    /// <summary>Asks SQLite whether a tenant's database is sound.</summary>
    /// <exception cref="TenantException">It is not.</exception>
    public async Task CheckAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(TenantDatabases.SqliteConnectionTo(databases.FileOf(tenant.Name)));
        await connection.OpenAsync(cancellationToken);
        await CheckAsync(connection, cancellationToken);
    }

    private static async Task CheckAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        var answer = (string?)await command.ExecuteScalarAsync(cancellationToken);
        if (answer != "ok") throw new TenantException($"The database is damaged: {answer}.");
        command.CommandText = "PRAGMA foreign_key_check";
        await using var broken = await command.ExecuteReaderAsync(cancellationToken);
        if (await broken.ReadAsync(cancellationToken)) throw new TenantException($"A row of {broken.GetString(0)} refers to one of {broken.GetString(2)} that is not there.");
    }
}

/// <summary>A folder that is gone at the end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("portal-").FullName;

    public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
}
