using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal;
using Portal.Platform.Data;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rule 3: tables carry the prefix of their module, and no foreign key leads out of it.</summary>
public sealed class TableTests
{
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory, MemberData(nameof(Databases))]
    public void Every_table_carries_the_prefix_of_its_module(DatabaseKind kind)
    {
        using var db = Open(kind);
        WrongPrefix(db.Model.GetEntityTypes(), ModuleOf).ShouldBeEmpty();
        db.Model.GetEntityTypes().Count().ShouldBeGreaterThan(10);
    }

    [Theory, MemberData(nameof(Databases))]
    public void No_foreign_key_leads_from_one_module_to_another(DatabaseKind kind)
    {
        using var db = Open(kind);
        AcrossModules(db.Model.GetEntityTypes()).ShouldBeEmpty();
    }

    [Fact]
    public void No_module_reads_a_table_of_another_past_its_contracts()
        => Product.Modules.SelectMany(module => Product.Sources(Product.FolderOf(module), ".cs")
            .SelectMany(file => ForeignTables(module.Manifest.Id, File.ReadAllText(file)).Select(table => $"{Path.GetFileName(file)} names {table}"))).ShouldBeEmpty();

    [Fact]
    public void SQL_on_a_table_of_another_module_is_found()
        => ForeignTables("search", "db.Database.ExecuteSql(\"SELECT * FROM directory_listings JOIN search_documents JOIN platform_settings\")").ShouldBe(["directory_listings"]);

    [Fact]
    public void A_table_with_the_prefix_of_another_module_is_found()
    {
        using var db = new PlantedContext();
        WrongPrefix(db.Model.GetEntityTypes(), _ => "directory").ShouldBe(["PublicEntity is kept in learning_entities"]);
    }

    [Fact]
    public void A_foreign_key_into_another_module_is_found()
    {
        using var db = new PlantedContext();
        AcrossModules(db.Model.GetEntityTypes()).ShouldBe(["learning_entities leads to directory_neighbours"]);
    }

    private static IEnumerable<string> WrongPrefix(IEnumerable<IEntityType> types, Func<IEntityType, string?> moduleOf)
        => from type in types
           let table = type.GetTableName()
           where table is not null && Prefix(table) != moduleOf(type)
           select $"{type.ClrType.Name} is kept in {table}";

    private static IEnumerable<string> AcrossModules(IEnumerable<IEntityType> types)
        => from key in types.SelectMany(type => type.GetForeignKeys())
           let pair = (From: key.DeclaringEntityType.GetTableName()!, To: key.PrincipalEntityType.GetTableName()!)
           where Prefix(pair.From) != Prefix(pair.To)
           select $"{pair.From} leads to {pair.To}";

    /// <summary>Tables of other modules that a source names. Those of the platform are everybody's.</summary>
    private static IEnumerable<string> ForeignTables(string module, string source)
        => Product.Modules.Select(other => other.Manifest.Id).Where(id => id != module)
            .SelectMany(id => Regex.Matches(source, $@"\b{id}_[a-z][a-z_]*\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(match => match.Value);

    private static string Prefix(string table) => table.Split('_')[0];

    /// <summary>The module that brings an entity. One made from a class of a library belongs to the module whose prefix it bears.</summary>
    private static string? ModuleOf(IEntityType type)
    {
        if (type.ClrType.Assembly == Product.Platform) return "platform";
        if (PortalApplication.Modules.ModuleOf(type.ClrType.Assembly) is { } module) return module.Manifest.Id;
        return Product.Modules.Select(known => known.Manifest.Id).FirstOrDefault(id => id == Prefix(type.GetTableName()!));
    }

    private static PortalDbContext Open(DatabaseKind kind)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        if (kind == DatabaseKind.Sqlite) options.UseSqlite("Data Source=:memory:");
        else options.UseNpgsql("Host=nowhere.invalid");
        return new PortalDbContext(options.Options, PortalApplication.Modules, []);
    }

    private sealed class PlantedContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Planted.Domain.PublicEntity>().ToTable("learning_entities");
            modelBuilder.Entity<Planted.Domain.Neighbour>().ToTable("directory_neighbours");
        }
    }
}
