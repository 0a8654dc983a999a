using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Learning.Resources;
using Portal.Learning.Services;
using Portal.Platform.Languages;
using Portal.Platform.Tenants;

namespace Portal.Learning.Pages.Manage;

/// <summary>Begins an article: its title and its address.</summary>
internal sealed partial class NewArticleModel(ArticleEditor editor, TenantContext tenant, IStringLocalizer<LearningText> texts) : PageModel
{
    private const int LongestTitle = 200;

    [BindProperty]
    public string? ArticleTitle { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    /// <summary>The language it is written in: the site's first.</summary>
    public LanguageInfo Language => LanguageInfo.Of(tenant.Settings.DefaultLanguage);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (title, slug) = (ArticleTitle?.Trim() ?? "", Slug?.Trim() ?? "");
        if (title.Length == 0) ModelState.AddModelError(nameof(ArticleTitle), texts["Edit.TitleMissing"]);
        if (title.Length > LongestTitle) ModelState.AddModelError(nameof(ArticleTitle), texts["Edit.TooLong"]);
        if (!SlugPattern().IsMatch(slug)) ModelState.AddModelError(nameof(Slug), texts["New.SlugInvalid"]);
        if (!ModelState.IsValid) return Page();

        if (await editor.AddAsync(slug, Language.Code, title, cancellationToken) is not null)
            return RedirectToPage("/Manage/EditArticle", new { slug, language = Language.Code });
        ModelState.AddModelError(nameof(Slug), texts["New.SlugTaken"]);
        return Page();
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$", RegexOptions.NonBacktracking)]
    private static partial Regex SlugPattern();
}
