using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Portal.Platform.Modules;

namespace Portal.Platform.Web;

/// <summary>Finds the view components of the modules, which are internal like everything else in them.</summary>
internal sealed class ModuleViewComponents(ModuleCatalog catalog) : IApplicationFeatureProvider<ViewComponentFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewComponentFeature feature)
    {
        foreach (var type in catalog.Assemblies.SelectMany(assembly => assembly.DefinedTypes))
        {
            if (type.IsSubclassOf(typeof(ViewComponent)) && !type.IsAbstract && !feature.ViewComponents.Contains(type)) feature.ViewComponents.Add(type);
        }
    }
}
