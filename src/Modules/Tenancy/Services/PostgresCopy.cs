using System.IO.Compression;
using System.Text.Json;
using Npgsql;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Tenancy.Contracts;

namespace Portal.Tenancy.Services;

/// <summary>
/// Copies a tenant's PostgreSQL schema into a backup and back, table by table with COPY. It needs no tool of the server's
/// version, and the tenant may have another name afterwards: the tables are made by the same migrations that made them.
/// </summary>
internal sealed class PostgresCopy(TenantDatabases databases, PlatformDatabase database)
{
    private const string TablesEntry = "tables.json";
    private const string History = "__EFMigrationsHistory";

    public async Task WriteAsync(Tenant tenant, ZipArchive zip, CancellationToken cancellationToken)
    {
        var schema = TenantDatabases.SchemaOf(tenant.Name);
        await using var connection = await databases.Source(tenant.ConnectionString).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var tables = await TablesAsync(connection, schema, cancellationToken);
        await using (var list = await zip.CreateEntry(TablesEntry).OpenAsync(cancellationToken)) await JsonSerializer.SerializeAsync(list, tables, PortalJson.Indented, cancellationToken);
        foreach (var table in tables)
        {
            await using var rows = await zip.CreateEntry(EntryOf(table), CompressionLevel.Fastest).OpenAsync(cancellationToken);
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table.In(schema)} ({table.ColumnList}) TO STDOUT (FORMAT BINARY)", cancellationToken);
            await copy.CopyToAsync(rows, cancellationToken);
        }
    }

    /// <summary>Reads into a schema beside the tenant's and changes the two at the end, in one step.</summary>
    public async Task ReadAsync(Tenant tenant, ZipArchive zip, string migration, CancellationToken cancellationToken)
    {
        var beside = tenant with { Name = $"0restore-{tenant.Name}" }; // no tenant is called so: names begin with a letter
        await database.DropAsync(beside, cancellationToken);
        try
        {
            await database.MigrateAsync(beside, cancellationToken, asFarAs: migration);
            await FillAsync(beside, zip, cancellationToken);
            await database.MigrateAsync(beside, cancellationToken);
            var (from, to) = (TenantDatabases.SchemaOf(beside.Name), TenantDatabases.SchemaOf(tenant.Name));
            await using var connection = await databases.Source(tenant.ConnectionString).OpenConnectionAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(connection, $"DROP SCHEMA IF EXISTS \"{to}\" CASCADE; ALTER SCHEMA \"{from}\" RENAME TO \"{to}\"", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            await database.DropAsync(beside, CancellationToken.None);
        }
    }

    /// <summary>Reads every row of every table; a damaged one is an error.</summary>
    public async Task CheckAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var schema = TenantDatabases.SchemaOf(tenant.Name);
        await using var connection = await databases.Source(tenant.ConnectionString).OpenConnectionAsync(cancellationToken);
        foreach (var table in await TablesAsync(connection, schema, cancellationToken))
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table.In(schema)} ({table.ColumnList}) TO STDOUT (FORMAT BINARY)", cancellationToken);
            await copy.CopyToAsync(Stream.Null, cancellationToken);
        }
    }

    private async Task FillAsync(Tenant tenant, ZipArchive zip, CancellationToken cancellationToken)
    {
        var schema = TenantDatabases.SchemaOf(tenant.Name);
        await using var list = await (zip.GetEntry(TablesEntry) ?? throw new TenantException("The backup holds no tables.")).OpenAsync(cancellationToken);
        var tables = (await JsonSerializer.DeserializeAsync<List<CopiedTable>>(list, PortalJson.Options, cancellationToken))!;
        await using var connection = await databases.Source(tenant.ConnectionString).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Foreign keys are taken off and put back, so that the order of the tables does not matter.
        var keys = await ReadAllAsync(connection, "SELECT conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND connamespace = $1::regnamespace", schema, cancellationToken);
        foreach (var key in keys) await RunAsync(connection, $"ALTER TABLE {key[0]} DROP CONSTRAINT \"{key[1]}\"", cancellationToken);
        foreach (var table in tables)
        {
            await RunAsync(connection, $"TRUNCATE {table.In(schema)}", cancellationToken);
            await using var rows = await (zip.GetEntry(EntryOf(table)) ?? throw new TenantException($"The backup lacks the rows of {table.Name}.")).OpenAsync(cancellationToken);
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table.In(schema)} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", cancellationToken);
            await rows.CopyToAsync(copy, cancellationToken);
        }

        foreach (var key in keys) await RunAsync(connection, $"ALTER TABLE {key[0]} ADD CONSTRAINT \"{key[1]}\" {key[2]}", cancellationToken);
        foreach (var counter in await ReadAllAsync(connection, "SELECT table_name, column_name, pg_get_serial_sequence(quote_ident(table_schema) || '.' || quote_ident(table_name), column_name) FROM information_schema.columns WHERE table_schema = $1 AND (is_identity = 'YES' OR column_default LIKE 'nextval(%')", schema, cancellationToken))
            await RunAsync(connection, $"SELECT setval('{counter[2]}', COALESCE((SELECT MAX(\"{counter[1]}\") FROM \"{schema}\".\"{counter[0]}\"), 0) + 1, false)", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The tables of a schema with the columns that hold values of their own.</summary>
    private static async Task<List<CopiedTable>> TablesAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        var columns = await ReadAllAsync(
            connection,
            """
            SELECT t.table_name, c.column_name FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
            WHERE t.table_schema = $1 AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER' ORDER BY t.table_name, c.ordinal_position
            """,
            schema,
            cancellationToken);
        return [.. columns.Where(column => column[0] != History).GroupBy(column => column[0], StringComparer.Ordinal).Select(table => new CopiedTable(table.Key, [.. table.Select(column => column[1])]))];
    }

    private static async Task<List<string[]>> ReadAllAsync(NpgsqlConnection connection, string sql, string schema, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(schema);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string EntryOf(CopiedTable table) => $"tables/{table.Name}.copy";

    private sealed record CopiedTable(string Name, IReadOnlyList<string> Columns)
    {
        public string ColumnList => string.Join(", ", Columns.Select(column => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

        public string In(string schema) => $"\"{schema}\".\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
