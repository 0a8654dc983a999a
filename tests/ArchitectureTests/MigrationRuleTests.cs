using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rule 10: ids of migrations are unique, and the class says which it is.</summary>
public sealed class MigrationRuleTests
{
    [Fact]
    public void Every_migration_is_named_after_its_id_and_has_one_of_its_own()
    {
        var migrations = Product.ModuleAssemblies.Append(Product.Platform).SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsSubclassOf(typeof(Migration))).ToList();
        migrations.ShouldNotBeEmpty();
        Violations(migrations).ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_name_and_an_id_used_twice_are_found()
        => Violations([typeof(M202611220001Planted), typeof(Misnamed), typeof(WithoutId)])
            .ShouldBe(["WithoutId has no id", "Misnamed should be M202611220001Planted", "202611220001_Planted is used 2 times"]);

    private static IEnumerable<string> Violations(IEnumerable<Type> migrations)
    {
        var known = migrations.Select(type => (Type: type, type.GetCustomAttribute<MigrationAttribute>()?.Id)).ToList();
        foreach (var (type, _) in known.Where(migration => migration.Id is null)) yield return $"{type.Name} has no id";
        foreach (var (type, id) in known.Where(migration => migration.Id is { } id && migration.Type.Name != NameFor(id))) yield return $"{type.Name} should be {NameFor(id!)}";
        foreach (var same in known.Where(migration => migration.Id is not null).GroupBy(migration => migration.Id).Where(same => same.Count() > 1)) yield return $"{same.Key} is used {same.Count()} times";
    }

    private static string NameFor(string id) => "M" + id.Replace("_", "", StringComparison.Ordinal);

    [Migration("202611220001_Planted")]
    private sealed class M202611220001Planted : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }

    [Migration("202611220001_Planted")]
    private sealed class Misnamed : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }

    private sealed class WithoutId : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
        }
    }
}
