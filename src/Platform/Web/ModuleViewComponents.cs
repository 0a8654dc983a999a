using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.ViewComponents;

namespace Portal.Platform.Web;

/// <summary>Finds the view components that modules keep to themselves; the framework looks for public ones only.</summary>
internal sealed class ModuleViewComponents : IApplicationFeatureProvider<ViewComponentFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewComponentFeature feature)
    {
        foreach (var type in parts.OfType<IApplicationPartTypeProvider>().SelectMany(part => part.Types))
        {
            if (type is { IsNotPublic: true, IsAbstract: false } && type.IsSubclassOf(typeof(ViewComponent))) feature.ViewComponents.Add(type);
        }
    }
}
