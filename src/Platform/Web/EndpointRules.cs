using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Authorization;
using Portal.Platform.Modules;
using Portal.Platform.Security;

namespace Portal.Platform.Web;

/// <summary>Gives every Razor page the feature and the permission of the folder it lies in.</summary>
internal sealed class EndpointRules(ModuleCatalog catalog) : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (catalog.ModuleOf(model.HandlerType.Assembly) is not { } module) return;
        model.EndpointMetadata.Add(new EndpointFeature(ModuleCatalog.FeatureOf(module.Manifest, model.ViewEnginePath)));
        if (ModuleCatalog.FolderOf(module.Manifest, model.ViewEnginePath)?.Permission is { } permission)
            model.EndpointMetadata.Add(new AuthorizeAttribute(PermissionPolicy.For(permission)));
    }
}
