using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rule 7: what other modules may use says what it is.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Everything_public_in_the_platform_and_in_contracts_is_documented()
        => Product.ModuleAssemblies.Append(Product.Platform).SelectMany(assembly => Undocumented(assembly.GetTypes(), DocumentedIn(assembly))).ShouldBeEmpty();

    [Fact]
    public void A_good_deal_is_looked_at()
    {
        Undocumented(Product.Platform.GetTypes(), []).Count().ShouldBeGreaterThan(150);
        Undocumented(Product.ModuleAssemblies.SelectMany(assembly => assembly.GetTypes()), []).Count().ShouldBeGreaterThan(100);
    }

    [Fact]
    public void What_is_not_documented_is_found()
        => Undocumented([typeof(Planted.Contracts.PublicContract)], ["T:ArchitectureTests.Planted.Contracts.PublicContract"])
            .ShouldBe(["M:ArchitectureTests.Planted.Contracts.PublicContract.Undocumented"]);

    private static HashSet<string> DocumentedIn(Assembly assembly)
        => [.. XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").Select(member => WithoutParameters(member.Attribute("name")!.Value))];

    /// <summary>Ids of all public types and members that have no comment. Overloads count as one; what a record or an override inherits needs none.</summary>
    private static IEnumerable<string> Undocumented(IEnumerable<Type> types, HashSet<string> documented)
        => types.Where(type => type.IsVisible && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Namespace?.StartsWith("AspNetCoreGenerated", StringComparison.Ordinal) != true)
            .SelectMany(type => Members(type).Prepend("T:" + NameOf(type)))
            .Where(id => !documented.Contains(id))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Members(Type type)
    {
        var name = NameOf(type);
        var positional = type.GetConstructors(Declared).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var method in type.GetMethods(Declared))
        {
            if (IsSeen(method) && !method.IsSpecialName && method.GetBaseDefinition() == method && !method.IsDefined(typeof(CompilerGeneratedAttribute))) yield return $"M:{name}.{method.Name}";
        }

        foreach (var property in type.GetProperties(Declared))
        {
            if (property.GetMethod is { } get && IsSeen(get) && get.GetBaseDefinition() == get && property.Name != "EqualityContract" && !(IsRecord(type) && positional.Contains(property.Name)))
                yield return $"P:{name}.{property.Name}";
        }

        foreach (var field in type.GetFields(Declared))
        {
            if ((field.IsPublic || field.IsFamily) && !field.IsSpecialName) yield return $"F:{name}.{field.Name}";
        }
    }

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", Declared) is not null || type.GetMethod("PrintMembers", Declared) is not null;

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string WithoutParameters(string id)
    {
        var end = id.IndexOf('(', StringComparison.Ordinal);
        var name = end < 0 ? id : id[..end];
        var generic = name.StartsWith("M:", StringComparison.Ordinal) ? name.IndexOf("``", StringComparison.Ordinal) : -1;
        return generic < 0 ? name : name[..generic];
    }
}
