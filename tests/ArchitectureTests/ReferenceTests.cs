using System.Reflection;
using System.Xml.Linq;
using Portal.Platform.Modules;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rules 2 and 6: a module refers to the platform and to modules it names; themes and the platform refer to no module; the graph has no cycle.</summary>
public sealed class ReferenceTests
{
    /// <param name="Name">Name of the assembly.</param>
    /// <param name="MayUse">Names of the assemblies of the product it may refer to.</param>
    /// <param name="Uses">Names of the assemblies it refers to.</param>
    private sealed record Room(string Name, IReadOnlyCollection<string> MayUse, IReadOnlyCollection<string> Uses);

    [Fact]
    public void Assemblies_use_only_what_they_may() => Trespasses(Rooms(CompiledReferences)).ShouldBeEmpty();

    [Fact]
    public void Projects_refer_only_to_what_they_may() => Trespasses(Rooms(ProjectReferences)).ShouldBeEmpty();

    [Fact]
    public void All_rooms_are_looked_at()
    {
        Rooms(ProjectReferences).Count().ShouldBe(Product.Modules.Count + Product.Themes.Count + 1);
        Product.Themes.Count.ShouldBe(2);
        Rooms(CompiledReferences).Single(room => room.Name == "Portal.Jobs").Uses.ShouldContain("Portal.Platform");
    }

    [Fact]
    public void A_module_that_uses_another_without_saying_so_is_found()
        => Trespasses([new Room("Portal.Learning", ["Portal.Platform"], ["Portal.Platform", "Portal.Directory", "System.Runtime"])])
            .ShouldBe(["Portal.Learning uses Portal.Directory"]);

    [Fact]
    public void Modules_that_depend_on_each_other_in_a_circle_are_refused()
        => Should.Throw<InvalidOperationException>(() => new ModuleCatalog([new Planted.PlantedModule(), new Planted.CircleModule()]));

    private static IEnumerable<string> Trespasses(IEnumerable<Room> rooms)
        => from room in rooms
           from used in room.Uses
           where (used == "Portal" || used.StartsWith("Portal.", StringComparison.Ordinal)) && used != room.Name && !room.MayUse.Contains(used, StringComparer.Ordinal)
           select $"{room.Name} uses {used}";

    private static IEnumerable<Room> Rooms(Func<Assembly, IReadOnlyCollection<string>> usesOf)
    {
        var platform = Product.Platform.GetName().Name!;
        var names = Product.Modules.ToDictionary(module => module.Manifest.Id, module => module.GetType().Assembly.GetName().Name!, StringComparer.Ordinal);
        yield return new Room(platform, [], usesOf(Product.Platform));
        foreach (var module in Product.Modules)
            yield return new Room(names[module.Manifest.Id], [platform, .. module.Manifest.DependsOn.Select(id => names[id])], usesOf(module.GetType().Assembly));
        foreach (var theme in Product.Themes) yield return new Room(theme.GetName().Name!, [platform], usesOf(theme));
    }

    private static IReadOnlyCollection<string> CompiledReferences(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    private static IReadOnlyCollection<string> ProjectReferences(Assembly assembly)
    {
        var project = Product.Sources(Product.Root, ".csproj").Single(file => Path.GetFileNameWithoutExtension(file) == assembly.GetName().Name);
        return [.. XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];
    }
}
