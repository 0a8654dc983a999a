using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Learning.Contracts;
using Portal.Learning.Services;
using Portal.Platform.Web;

namespace Portal.Learning.Pages.Learn;

[SharedPage]
internal sealed class ArticleModel(ArticleReader articles, PageFrame frame, SiteAddresses addresses) : PageModel
{
    public ArticleToRead Article { get; private set; } = null!;

    /// <summary>The article in the words of schema.org.</summary>
    public string StructuredData => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["@type"] = "Article",
        ["headline"] = Article.Text.Title,
        ["abstract"] = Article.Text.Gist,
        ["inLanguage"] = Article.Text.Language,
        ["wordCount"] = Article.Text.Words,
        ["url"] = addresses.Absolute($"/learn/{Article.Slug}"),
        ["isAccessibleForFree"] = true,
        ["publisher"] = StructuredText.Organisation(frame.Settings.Name),
    }.AsStructuredData();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await articles.ReadAsync(slug, cancellationToken) is not { } article) return NotFound();
        Article = article;
        return Page();
    }
}
