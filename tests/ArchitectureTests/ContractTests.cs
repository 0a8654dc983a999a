using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rule 5: modules talk by contracts; no code of a module names anything else of another.</summary>
public sealed class ContractTests
{
    private static readonly HashSet<string> modules = [.. Product.ModuleAssemblies.Select(assembly => assembly.GetName().Name!)];

    [Fact]
    public void Modules_name_only_contracts_of_other_modules()
        => Product.ModuleAssemblies.Append(Product.Platform).Concat(Product.Themes).SelectMany(PastTheContracts).ShouldBeEmpty();

    [Fact]
    public void Contracts_of_other_modules_are_seen_at_all()
        => Product.ModuleAssemblies.SelectMany(ForeignTypes).ShouldContain(type => type.Contains(".Contracts.", StringComparison.Ordinal));

    [Fact]
    public void Code_that_reaches_into_a_module_is_found()
        => PastTheContracts(typeof(Planted.ReachesIntoAModule).Assembly).ShouldContain("ArchitectureTests names Portal.Jobs.JobsModule");

    private static IEnumerable<string> PastTheContracts(Assembly assembly)
        => ForeignTypes(assembly)
            .Where(type => !type.Contains(".Contracts.", StringComparison.Ordinal))
            .Select(type => $"{assembly.GetName().Name} names {type}");

    /// <summary>Full names of the types of modules that the code of an assembly names.</summary>
    private static List<string> ForeignTypes(Assembly assembly)
    {
        using var file = File.OpenRead(assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var found = new List<string>();
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            var outermost = type;
            while (outermost.ResolutionScope.Kind == HandleKind.TypeReference) outermost = metadata.GetTypeReference((TypeReferenceHandle)outermost.ResolutionScope);
            if (outermost.ResolutionScope.Kind != HandleKind.AssemblyReference) continue;
            var owner = metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)outermost.ResolutionScope).Name);
            if (modules.Contains(owner)) found.Add($"{metadata.GetString(outermost.Namespace)}.{metadata.GetString(type.Name)}");
        }

        return found;
    }
}
