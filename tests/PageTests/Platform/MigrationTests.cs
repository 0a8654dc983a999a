using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Portal;
using Portal.Platform.Data;
using Portal.Platform.Modules;
using Portal.Platform.Tenants;
using Shouldly;
using TestSupport;
using Xunit;

namespace PageTests.Platform;

/// <summary>Migrations are written by hand, so nothing but these tests holds them to the model.</summary>
public sealed class MigrationTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task Migrations_make_the_tables_of_the_model(DatabaseKind kind)
    {
        await using var place = await Place.MakeAsync(kind);
        var migrated = await place.NewTenantAsync();
        var modelled = await place.NewTenantAsync();

        await using (var db = place.Open(migrated, PortalApplication.Modules)) await db.Database.MigrateAsync();
        await using (var db = place.Open(modelled, PortalApplication.Modules)) await db.Database.ExecuteSqlRawAsync(db.Database.GenerateCreateScript().Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

        var inMigrations = await place.SchemaAsync(migrated);
        var inModel = await place.SchemaAsync(modelled);
        inModel.Count.ShouldBeGreaterThan(100);
        inModel.Except(inMigrations, StringComparer.Ordinal).ShouldBeEmpty("the model has what no migration makes");
        inMigrations.Except(inModel, StringComparer.Ordinal).Where(line => !IsBesideTheModel(line)).ShouldBeEmpty("the migrations make what the model does not have");
    }

    [DatabaseTheory, EveryDatabase]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was(DatabaseKind kind)
    {
        await using var place = await Place.MakeAsync(kind);
        var tenant = await place.NewTenantAsync();
        await using (var db = place.Open(tenant, PortalApplication.Modules))
        {
            await db.Database.MigrateAsync();
            db.Add(new Setting { Name = "kept", Json = "1" });
            await db.SaveChangesAsync();
        }

        var before = await place.SchemaAsync(tenant);
        var withBadModule = new ModuleCatalog([.. PortalApplication.Modules.Modules, new BadModule()]);
        await using (var db = place.Open(tenant, withBadModule))
        {
            (await db.Database.GetPendingMigrationsAsync()).ShouldBe(["299901010001_Bad"]);
            await Should.ThrowAsync<Exception>(() => db.Database.MigrateAsync());
        }

        (await place.SchemaAsync(tenant)).ShouldBe(before);
        await using (var db = place.Open(tenant, PortalApplication.Modules))
        {
            (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
            (await Setting.ReadAsync(db, "kept", 0)).ShouldBe(1);
        }

        await using (var db = place.Open(tenant, withBadModule)) (await db.Database.GetPendingMigrationsAsync()).ShouldBe(["299901010001_Bad"]);
    }

    /// <summary>What a database has for full text, no model can say; the tests of the search see whether it works. The framework's own tables are no one's model.</summary>
    private static bool IsBesideTheModel(string line)
        => line.StartsWith("search_fulltext", StringComparison.Ordinal) || line.Contains("USING gin", StringComparison.Ordinal) || line.StartsWith("__EFMigrations", StringComparison.Ordinal);

    private sealed class BadModule : PortalModule
    {
        public override ModuleManifest Manifest { get; } = new() { Id = "bad", Name = "Bad", Resources = typeof(BadModule), Features = [new Feature("Portal.Bad")] };
    }

    /// <summary>Does much that is right before it does something wrong.</summary>
    [Migration("299901010001_Bad")]
    private sealed class M299901010001Bad : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable("bad_things", table => new { Id = table.Column<int>() }, constraints: table => table.PrimaryKey("PK_bad_things", row => row.Id));
            migrationBuilder.AddColumn<string>("Extra", "platform_settings", nullable: true);
            migrationBuilder.Sql("DELETE FROM platform_settings");
            migrationBuilder.Sql("INSERT INTO bad_things (\"Id\") VALUES (1)");
            migrationBuilder.Sql("INSERT INTO bad_things (\"Id\") VALUES (1)");
        }
    }

    /// <summary>A place for databases of this test alone.</summary>
    private sealed class Place(TenantDatabases databases) : IAsyncDisposable
    {
        private int made;

        public static async Task<Place> MakeAsync(DatabaseKind kind)
        {
            Skip.If(kind == DatabaseKind.Postgres && !PostgresServer.IsInstalled, "PostgreSQL is not installed.");
            var settings = new Dictionary<string, string?> { ["Portal:Data"] = System.IO.Directory.CreateTempSubdirectory("portal-migrations-").FullName };
            if (kind == DatabaseKind.Postgres) (settings["Portal:Database"], settings["ConnectionStrings:Portal"]) = ("postgres", await PostgresServer.CreateDatabaseAsync());
            return new Place(new TenantDatabases(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        }

        public async Task<Tenant> NewTenantAsync()
        {
            var tenant = new Tenant { Name = $"place-{++made}" };
            System.IO.Directory.CreateDirectory(databases.FolderOf(tenant.Name));
            if (databases.Kind == DatabaseKind.Postgres)
            {
                await using var command = databases.Source().CreateCommand($"CREATE SCHEMA \"{TenantDatabases.SchemaOf(tenant.Name)}\"");
                await command.ExecuteNonQueryAsync();
            }

            return tenant;
        }

        public PortalDbContext Open(Tenant tenant, ModuleCatalog catalog)
        {
            var options = new DbContextOptionsBuilder<PortalDbContext>();
            databases.Configure(options, tenant);
            return new PortalDbContext(options.Options, catalog, []);
        }

        /// <summary>One line for each column, index and foreign key.</summary>
        public async Task<IReadOnlyList<string>> SchemaAsync(Tenant tenant)
        {
            await using var db = Open(tenant, PortalApplication.Modules);
            var schema = TenantDatabases.SchemaOf(tenant.Name);
            var lines = await db.Database.SqlQueryRaw<string>(db.IsSqlite ? SqliteSchema : PostgresSchema.Replace("{schema}", schema, StringComparison.Ordinal)).ToListAsync();
            return [.. lines.Select(line => line.Replace(schema + ".", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        }

        public async ValueTask DisposeAsync()
        {
            await databases.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            System.IO.Directory.Delete(databases.DataFolder, recursive: true);
        }
    }

    private const string SqliteSchema =
        """
        SELECT t.name || '.' || c.name || ' ' || c.type || CASE WHEN c."notnull" OR c.pk THEN ' not null' ELSE '' END || CASE WHEN c.pk THEN ' key ' || c.pk ELSE '' END AS "Value"
          FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
        UNION ALL
        SELECT t.name || ' index ' || i.name || CASE WHEN i."unique" THEN ' unique' ELSE '' END || ' on ' || (SELECT group_concat(k.name, ', ') FROM pragma_index_info(i.name) k)
          FROM sqlite_master t JOIN pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin = 'c'
        UNION ALL
        SELECT t.name || '.' || f."from" || ' leads to ' || f."table" || ' on delete ' || f.on_delete
          FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'
        """;

    private const string PostgresSchema =
        """
        SELECT table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END || ' ' || is_identity AS "Value"
          FROM information_schema.columns WHERE table_schema = '{schema}'
        UNION ALL
        SELECT tablename || ' ' || indexdef FROM pg_indexes WHERE schemaname = '{schema}'
        UNION ALL
        SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = '{schema}'::regnamespace AND contype = 'f'
        """;
}
