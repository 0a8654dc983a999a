using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Platform.Tenants;
using Portal.Platform.Web;

namespace Portal.Platform.Pages;

/// <summary>The home page: the sections of the features that are on.</summary>
[SharedPage]
internal sealed class IndexModel(IEnumerable<HomeSection> sections, TenantContext tenant) : PageModel
{
    /// <summary>The sections in order.</summary>
    public IReadOnlyList<HomeSection> Sections { get; } =
        [.. sections.Where(section => tenant.Profile.Features.Contains(section.Feature)).OrderBy(section => section.Order)];
}
