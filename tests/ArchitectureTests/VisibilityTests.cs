using Portal.Platform.Modules;
using Shouldly;
using Xunit;

namespace ArchitectureTests;

/// <summary>Rule 1: everything in a module is internal except the module class and its contracts.</summary>
public sealed class VisibilityTests
{
    [Fact]
    public void Modules_show_nothing_but_the_module_class_and_their_contracts()
        => TooVisible(Product.ModuleAssemblies.SelectMany(assembly => assembly.GetTypes())).ShouldBeEmpty();

    [Fact]
    public void A_public_entity_is_found()
        => TooVisible([typeof(Planted.Domain.PublicEntity), typeof(Planted.Contracts.PublicContract), typeof(Planted.PlantedModule)])
            .ShouldBe([typeof(Planted.Domain.PublicEntity).FullName]);

    private static IEnumerable<string> TooVisible(IEnumerable<Type> types)
        => types.Where(type => type.IsVisible && !type.IsSubclassOf(typeof(PortalModule)) && !IsContract(type)).Select(type => type.FullName!);

    private static bool IsContract(Type type) => type.Namespace?.Split('.').Contains("Contracts", StringComparer.Ordinal) == true;
}
