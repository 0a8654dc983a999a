using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Learning.Resources;
using Portal.Learning.Services;
using Portal.Platform.Tenants;

namespace Portal.Learning.Pages.Manage;

/// <summary>All articles and how their languages stand.</summary>
internal sealed class ArticlesModel(ArticleOverview overview, ArticleEditor editor, TenantContext tenant, IStringLocalizer<LearningText> texts) : PageModel
{
    public IReadOnlyList<ArticleRow> Articles { get; private set; } = [];

    public IReadOnlyList<string> Languages => tenant.Settings.Languages;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Articles = await overview.ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostPublishAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } article) return NotFound();
        if (await editor.PublishAsync(article, cancellationToken))
        {
            TempData["Notice"] = texts["Notice.Published"].Value;
            return RedirectToPage();
        }

        ModelState.AddModelError("", texts["Error.CannotPublish"]);
        await OnGetAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostUnpublishAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } article) return NotFound();
        await editor.UnpublishAsync(article, cancellationToken);
        TempData["Notice"] = texts["Notice.Unpublished"].Value;
        return RedirectToPage();
    }
}
