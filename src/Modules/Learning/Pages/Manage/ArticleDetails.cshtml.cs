using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Services;
using Portal.Platform.Resources;

namespace Portal.Learning.Pages.Manage;

/// <summary>Everything about an article but its texts.</summary>
internal sealed class ArticleDetailsModel(ArticleEditor editor, EditingFrame frame, ITaxonomies taxonomies, IStringLocalizer<PlatformText> frames) : ThingDetailsPage(frame)
{
    private const string DateFormat = "yyyy-MM-dd";
    private readonly EditingFrame frame = frame;

    [BindProperty]
    public string[] Needs { get; set; } = [];

    [BindProperty]
    public string[] ReadNext { get; set; } = [];

    [BindProperty]
    public string? ReviewedOn { get; set; }

    public Article Article { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> NeedChoices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> ArticleChoices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken)) return NotFound();
        Fill(Article.Details);
        Needs = [.. Article.Needs];
        ReadNext = [.. Article.ReadNext];
        ReviewedOn = Article.ReviewedOn?.ToString(DateFormat, CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(slug, cancellationToken)) return NotFound();
        var order = CheckOrder();
        DateOnly day = default;
        if (ReviewedOn is { Length: > 0 } && !DateOnly.TryParseExact(ReviewedOn, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) ModelState.AddModelError(nameof(ReviewedOn), frames["Field.Invalid"]);
        CheckSeen(Article.Details);
        if (!ModelState.IsValid) return Page();

        var details = Article.Details with
        {
            Order = order,
            Needs = [.. NeedChoices.Select(choice => choice.Value).Where(Needs.Contains)],
            ReadNext = KeepOrder(Article.ReadNext, ReadNext, ArticleChoices.Select(choice => choice.Value)),
            ReviewedOn = ReviewedOn is { Length: > 0 } ? day : null,
        };
        return Done(await editor.ArrangeAsync(Article, details, cancellationToken), editor.Place.ManagePath);
    }

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        if (await editor.FindAsync(slug, cancellationToken) is not { } article) return false;
        Article = article;
        NeedChoices = await frame.NeedsAsync(taxonomies, cancellationToken);
        ArticleChoices = [.. (await editor.ListAsync(cancellationToken)).Where(other => other.Id != article.Id).Select(other => new SelectListItem(other.Source.Title, other.Id))];
        return true;
    }
}
