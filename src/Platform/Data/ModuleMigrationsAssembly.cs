using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Platform.Data;

/// <summary>Gathers the hand-written migrations of the platform and of all modules, in the order of their ids.</summary>
internal sealed class ModuleMigrationsAssembly(ICurrentDbContext current) : IMigrationsAssembly
{
    public IReadOnlyDictionary<string, TypeInfo> Migrations { get; } =
        new SortedDictionary<string, TypeInfo>(
            ((PortalDbContext)current.Context).Catalog.Assemblies
                .SelectMany(assembly => assembly.DefinedTypes)
                .Where(type => type.IsSubclassOf(typeof(Migration)) && !type.IsAbstract && !type.IsDefined(typeof(DbContextAttribute)))
                .ToDictionary(type => type.GetCustomAttribute<MigrationAttribute>()!.Id, StringComparer.Ordinal),
            StringComparer.Ordinal);

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(PortalDbContext).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id.EndsWith(nameOrId, StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }
}
