using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Resources;
using Portal.Learning.Services;
using Portal.Platform.Tenants;

namespace Portal.Learning.Pages.Manage;

/// <summary>What was done to an article, and the way back.</summary>
internal sealed class ArticleHistoryModel(ArticleEditor editor, EditingFrame frame, ITaxonomies taxonomies, TenantContext tenant, IStringLocalizer<LearningText> texts) : ThingHistoryPage(editor, frame)
{
    private readonly ArticleEditor articles = editor;
    private IReadOnlyDictionary<string, string> titles = new Dictionary<string, string>(StringComparer.Ordinal);
    private TermList terms = null!;

    protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        terms = await taxonomies.ReadAsync(cancellationToken);
        titles = await articles.TitlesAsync(cancellationToken);
    }

    protected override IEnumerable<string> Lines(ThingDetails details)
    {
        var article = (ArticleDetails)details;
        yield return $"{texts["Details.Order"]}: {article.Order.ToString(CultureInfo.CurrentCulture)}";
        foreach (var need in article.Needs) yield return $"{texts["Details.Needs"]} {terms.Find(need)?.NameIn(tenant.Settings.FallbackChain(tenant.Language)).Name ?? need}";
        foreach (var next in article.ReadNext) yield return $"{texts["Details.ReadNext"]} {titles.GetValueOrDefault(next, next)}";
        if (article.ReviewedOn is { } day) yield return $"{texts["Details.ReviewedOn"]}: {day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)}";
    }
}
