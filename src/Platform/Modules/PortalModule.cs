using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Platform.Modules;

/// <summary>
/// A room of the house. Entities, migrations, pages and texts are found in the module's assembly; recipe steps, content
/// types, jobs and event handlers are services it registers. So there is no more to say than this.
/// </summary>
public abstract class PortalModule
{
    /// <summary>What the module says of itself.</summary>
    public abstract ModuleManifest Manifest { get; }

    /// <summary>Adds the module's services to the one container.</summary>
    public virtual void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>Maps endpoints that are not Razor pages. They belong to the module's first feature.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
