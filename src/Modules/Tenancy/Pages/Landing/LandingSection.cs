using Microsoft.AspNetCore.Mvc;
using Portal.Platform.Tenants;
using Portal.Tenancy.Services;

namespace Portal.Tenancy.Pages.Landing;

/// <summary>The list of all sites, on the home page of the default tenant.</summary>
internal sealed class LandingSection(SiteList sites, TenantContext tenant) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (!tenant.Tenant.IsDefault) return Content("");
        IReadOnlyList<ListedSite> listed = [.. (await sites.ReadAsync(HttpContext.RequestAborted)).Where(site => !site.Tenant.IsDefault && site.CanAnswer).OrderBy(site => site.Title, StringComparer.Ordinal)];
        return View("/Pages/Landing/_LandingSection.cshtml", listed);
    }
}
