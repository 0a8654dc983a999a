using System.Reflection;
using Portal;
using Portal.Platform.Modules;

namespace ArchitectureTests;

/// <summary>Where the product's assemblies and sources are.</summary>
internal static class Product
{
    public static Assembly Platform => typeof(ModuleCatalog).Assembly;

    public static IReadOnlyList<PortalModule> Modules => PortalApplication.Modules.Modules;

    public static IEnumerable<Assembly> ModuleAssemblies => Modules.Select(module => module.GetType().Assembly);

    public static IReadOnlyList<Assembly> Themes { get; } =
        [.. System.IO.Directory.GetFiles(AppContext.BaseDirectory, "Portal.Theme.*.dll").Select(Assembly.LoadFrom)];

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static string FolderOf(PortalModule module) => Path.Combine(Root, "src", "Modules", NameOf(module));

    /// <summary>"Directory" for the assembly Portal.Directory.</summary>
    public static string NameOf(PortalModule module) => module.GetType().Assembly.GetName().Name!["Portal.".Length..];

    /// <summary>Files of the given kinds under src and themes, without what the build made.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] extensions)
        => System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains("node_modules", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Portal.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the solution.");
        return folder;
    }
}
