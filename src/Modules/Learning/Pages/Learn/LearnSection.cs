using Microsoft.AspNetCore.Mvc;
using Portal.Learning.Contracts;
using Portal.Learning.Services;
using Portal.Platform.Tenants;

namespace Portal.Learning.Pages.Learn;

/// <summary>Three articles on the home page: those to start with.</summary>
internal sealed class LearnSection(LibraryReader libraries, TenantContext tenant) : ViewComponent
{
    private const int Most = 3;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var library = await libraries.ReadAsync(HttpContext.RequestAborted);
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        var first = library.Articles.Take(Most).Select(article => article.Card(chain)).ToList();
        return View("/Pages/Learn/_LearnSection.cshtml", (IReadOnlyList<ArticleCard>)first);
    }
}
