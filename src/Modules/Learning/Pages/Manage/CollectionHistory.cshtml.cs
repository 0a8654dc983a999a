using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Learning.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Resources;
using Portal.Learning.Services;

namespace Portal.Learning.Pages.Manage;

/// <summary>What was done to a collection, and the way back.</summary>
internal sealed class CollectionHistoryModel(CollectionEditor editor, ArticleEditor articles, EditingFrame frame, IStringLocalizer<LearningText> texts) : ThingHistoryPage(editor, frame)
{
    private IReadOnlyDictionary<string, string> titles = new Dictionary<string, string>(StringComparer.Ordinal);

    protected override async Task PrepareAsync(CancellationToken cancellationToken) => titles = await articles.TitlesAsync(cancellationToken);

    protected override IEnumerable<string> Lines(ThingDetails details)
    {
        var collection = (CollectionDetails)details;
        yield return $"{texts["Details.Order"]}: {collection.Order.ToString(CultureInfo.CurrentCulture)}";
        // With their places, so that another order shows as another line.
        foreach (var (place, id) in collection.Articles.Index()) yield return $"{(place + 1).ToString(CultureInfo.CurrentCulture)}. {titles.GetValueOrDefault(id, id)}";
    }
}
