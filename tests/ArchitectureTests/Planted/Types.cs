using Portal.Platform.Modules;

// What breaks the rules on purpose, so that each test can show that it sees it.
namespace ArchitectureTests.Planted
{
    public sealed class PlantedModule : PortalModule
    {
        public override ModuleManifest Manifest { get; } = new()
        {
            Id = "planted",
            Name = "Planted",
            Resources = typeof(PlantedModule),
            DependsOn = ["circle"],
            Features = [new Feature("Portal.Planted")],
        };
    }

    public sealed class CircleModule : PortalModule
    {
        public override ModuleManifest Manifest { get; } = new()
        {
            Id = "circle",
            Name = "Circle",
            Resources = typeof(PlantedModule),
            DependsOn = ["planted"],
            Features = [new Feature("Portal.Circle")],
        };
    }

    internal static class ReachesIntoAModule
    {
        public static PortalModule Reach() => new Portal.Jobs.JobsModule();
    }
}

namespace ArchitectureTests.Planted.Contracts
{
    public sealed class PublicContract
    {
        public int Undocumented(int number) => number;
    }
}

namespace ArchitectureTests.Planted.Domain
{
    public sealed class PublicEntity
    {
        public int Id { get; set; }

        public Neighbour? Neighbour { get; set; }
    }

    public sealed class Neighbour
    {
        public int Id { get; set; }
    }
}
