using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Resources;
using Portal.Learning.Services;
using Portal.Platform.Resources;
using Portal.Platform.Tenants;

namespace Portal.Learning.Pages.Manage;

/// <summary>Everything about an article but its texts.</summary>
internal sealed class ArticleDetailsModel(
    ArticleEditor editor, ArticleOverview overview, ITaxonomies taxonomies, TenantContext tenant, IStringLocalizer<LearningText> texts, IStringLocalizer<PlatformText> frames) : PageModel
{
    private const string DateFormat = "yyyy-MM-dd";

    [BindProperty]
    public string[] Needs { get; set; } = [];

    [BindProperty]
    public string[] ReadNext { get; set; } = [];

    [BindProperty]
    public string? Order { get; set; }

    [BindProperty]
    public string? ReviewedOn { get; set; }

    public Article Article { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> NeedChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ArticleChoices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken)) return NotFound();
        Needs = [.. Article.Needs];
        ReadNext = [.. Article.ReadNext];
        Order = Article.Order.ToString(CultureInfo.InvariantCulture);
        ReviewedOn = Article.ReviewedOn?.ToString(DateFormat, CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken)) return NotFound();
        if (!int.TryParse(Order, NumberStyles.None, CultureInfo.InvariantCulture, out var order) || order > 999) ModelState.AddModelError(nameof(Order), texts["Details.OrderInvalid"]);
        DateOnly day = default;
        if (ReviewedOn is { Length: > 0 } && !DateOnly.TryParseExact(ReviewedOn, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) ModelState.AddModelError(nameof(ReviewedOn), frames["Field.Invalid"]);
        if (!ModelState.IsValid) return Page();

        var details = Article.Details with
        {
            Order = order,
            Needs = [.. NeedChoices.Select(choice => choice.Value).Where(Needs.Contains)],
            // Those that stood there keep their order; new ones come after.
            ReadNext = [.. Article.ReadNext.Where(ReadNext.Contains), .. ArticleChoices.Select(choice => choice.Value).Where(id => ReadNext.Contains(id) && !Article.ReadNext.Contains(id))],
            ReviewedOn = ReviewedOn is { Length: > 0 } ? day : null,
        };
        var isChanged = await editor.ArrangeAsync(Article, details, "article.details", cancellationToken);
        TempData["Notice"] = texts[isChanged ? "Notice.Saved" : "Notice.Unchanged"].Value;
        return RedirectToPage("/Manage/Articles");
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } article) return false;
        Article = article;
        var chain = tenant.Settings.FallbackChain(tenant.Language);
        NeedChoices = [.. (await taxonomies.ReadAsync(cancellationToken)).Of(TaxonomyIds.Need).Select(term => new SelectListItem(term.NameIn(chain).Name, term.Id))];
        ArticleChoices = [.. (await overview.ReadAsync(cancellationToken)).Where(other => other.Id != article.Id).Select(other => new SelectListItem(other.Source.Title, other.Id))];
        return true;
    }
}
