using System.Collections.Frozen;
using System.Reflection;

namespace Portal.Platform.Modules;

/// <summary>All modules of the program, in the order of their dependencies.</summary>
public sealed class ModuleCatalog
{
    private readonly FrozenDictionary<Assembly, PortalModule> byAssembly;

    /// <summary>Orders the modules and checks that what each depends on is there.</summary>
    /// <exception cref="InvalidOperationException">A dependency is missing or goes in a circle.</exception>
    public ModuleCatalog(IEnumerable<PortalModule> modules)
    {
        Modules = InOrderOfDependency([.. modules]);
        byAssembly = Modules.ToFrozenDictionary(module => module.GetType().Assembly);
        Features = Modules.SelectMany(module => module.Manifest.Features).ToFrozenDictionary(feature => feature.Id, StringComparer.Ordinal);
        Permissions = Modules.SelectMany(module => module.Manifest.Permissions).ToFrozenDictionary(permission => permission.Id, StringComparer.Ordinal);
    }

    /// <summary>Each module after those it depends on.</summary>
    public IReadOnlyList<PortalModule> Modules { get; }

    /// <summary>Every feature by id.</summary>
    public IReadOnlyDictionary<string, Feature> Features { get; }

    /// <summary>Every permission by id.</summary>
    public IReadOnlyDictionary<string, Permission> Permissions { get; }

    /// <summary>Assemblies with entities and migrations: the platform's and the modules'.</summary>
    public IEnumerable<Assembly> Assemblies => Modules.Select(module => module.GetType().Assembly).Prepend(typeof(ModuleCatalog).Assembly);

    /// <summary>The module an assembly holds, if any.</summary>
    public PortalModule? ModuleOf(Assembly assembly) => byAssembly.GetValueOrDefault(assembly);

    /// <summary>The feature that a page in <paramref name="path"/> of a module belongs to.</summary>
    public static string FeatureOf(ModuleManifest manifest, string? path)
        => FolderOf(manifest, path)?.Feature ?? manifest.Features[0].Id;

    /// <summary>The rule of the nearest folder that holds a page, or null when the page is public.</summary>
    public static PageFolder? FolderOf(ModuleManifest manifest, string? path)
        => path is null ? null : manifest.Folders
            .Where(folder => path.StartsWith(folder.Path + "/", StringComparison.Ordinal))
            .MaxBy(folder => folder.Path.Length);

    private static List<PortalModule> InOrderOfDependency(List<PortalModule> modules)
    {
        var ordered = new List<PortalModule>();
        var waiting = new List<PortalModule>(modules);
        while (waiting.Count > 0)
        {
            var ready = waiting.Find(module => module.Manifest.DependsOn.All(id => ordered.Exists(done => done.Manifest.Id == id)))
                ?? throw new InvalidOperationException(
                    $"Modules depend on something missing or on each other in a circle: {string.Join(", ", waiting.Select(module => module.Manifest.Id))}.");
            ordered.Add(ready);
            waiting.Remove(ready);
        }

        return ordered;
    }
}
