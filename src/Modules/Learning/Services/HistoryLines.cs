using Microsoft.Extensions.Localization;
using Portal.Directory.Contracts;
using Portal.Learning.Domain;
using Portal.Learning.Resources;

namespace Portal.Learning.Services;

/// <summary>Says in lines what an article was like, so that two states can be compared by people.</summary>
internal sealed class HistoryLines(IStringLocalizer<LearningText> texts, TermList terms, IReadOnlyList<string> fallbackChain, IReadOnlyDictionary<string, string> titles)
{
    /// <summary>The lines of one state that the other has not.</summary>
    public IReadOnlyList<string> Missing(ArticleSnapshot? from, ArticleSnapshot? other)
    {
        var others = Lines(other).ToHashSet(StringComparer.Ordinal);
        return [.. Lines(from).Where(line => !others.Contains(line))];
    }

    private IEnumerable<string> Lines(ArticleSnapshot? snapshot)
        => snapshot switch
        {
            { Text: { } text } => TextLines(text),
            { Details: { } details } => DetailLines(details),
            _ => [],
        };

    private static IEnumerable<string> TextLines(TextSnapshot text)
        => new[] { text.Title, text.Gist }.Concat(text.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private IEnumerable<string> DetailLines(ArticleDetails details)
    {
        yield return texts[details.IsPublished ? "Manage.Published" : "Manage.Unpublished"];
        yield return $"{texts["Details.Order"]}: {details.Order.ToString(System.Globalization.CultureInfo.CurrentCulture)}";
        foreach (var need in details.Needs) yield return $"{texts["Details.Needs"]} {terms.Find(need)?.NameIn(fallbackChain).Name ?? need}";
        foreach (var next in details.ReadNext) yield return $"{texts["Details.ReadNext"]} {titles.GetValueOrDefault(next, next)}";
        if (details.ReviewedOn is { } day) yield return $"{texts["Details.ReviewedOn"]}: {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture)}";
    }
}
