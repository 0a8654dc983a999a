using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Web;

namespace Portal.Directory.Services;

/// <summary>Names what is counted. Nothing of it says who.</summary>
internal static class Insight
{
    public const string Views = "view";
    public const string Calendar = "calendar";
    public const string Words = "words";
    public const string Need = "need";

    /// <summary>Ways to reach a group that are counted when they are opened.</summary>
    public static IReadOnlyList<string> Ways { get; } = ["phone", "text", "email", "web", Calendar];

    /// <summary>The page of a group was looked at.</summary>
    public static Shown View(string slug) => new(Views, slug);

    /// <summary>A way to reach it was opened.</summary>
    public static Shown Contact(string way, string slug) => new(way, slug);

    /// <summary>A search found nothing: the words, and which kind of activity was looked for in which area.</summary>
    public static IReadOnlyList<Shown> Nothing(GroupQuery query, FoundPlace? place)
    {
        var kinds = query.Filters.Where(filter => filter.Group == ListingFacets.Category).Select(filter => filter.Value).DefaultIfEmpty(UnmetNeed.Any);
        var area = (place is null ? null : Postcode.Parse(query.Near)?.Outcode ?? place.Name) ?? UnmetNeed.Any;
        var needs = kinds.Select(kind => new Shown(Need, $"{kind}\n{area}"));
        return SearchedWords.Of(query.Words) is { } words ? [.. needs, new Shown(Words, words)] : [.. needs];
    }
}
