using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Authorization;
using Portal.Platform.Modules;
using Portal.Platform.Security;

namespace Portal.Platform.Web;

/// <summary>Gives every Razor page the feature and the permission of the folder it lies in; one that tells of people who are helped is kept by nobody.</summary>
internal sealed class EndpointRules(ModuleCatalog catalog) : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (catalog.ModuleOf(model.HandlerType.Assembly) is not { } module) return;
        model.EndpointMetadata.Add(new EndpointFeature(ModuleCatalog.FeatureOf(module.Manifest, model.ViewEnginePath)));
        if (ModuleCatalog.FolderOf(module.Manifest, model.ViewEnginePath) is not { } folder) return;
        if (folder.Permission is { } permission) model.EndpointMetadata.Add(new AuthorizeAttribute(PermissionPolicy.For(permission)));
        if (folder.ShowsPeople || (folder.Permission is not null && catalog.Permissions[folder.Permission].SeesPeople)) model.Filters.Add(new NothingStaysBehind());
    }
}
