using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>
/// Filters that mean other dates every day, such as "this week". They are worked out when somebody asks: the index holds dates,
/// and for weekly groups days of the week, and so needs no change as days pass.
/// </summary>
internal static class WhenFilter
{
    /// <summary>The values an address can hold.</summary>
    public static IReadOnlyList<string> Values { get; } = ["today", "tomorrow", "this-week"];

    /// <summary>The filters as the index knows them.</summary>
    public static IReadOnlyList<Facet> InIndex(IReadOnlyList<Facet> filters, DateOnly today)
        => [.. filters.SelectMany(filter => filter.Group == ListingFacets.When ? DatesOf(filter.Value, today) : [filter]).Distinct()];

    /// <summary>The dates meant, each as itself and as its day of the week. "This week" is the next seven days: at the weekend people mean the days to come.</summary>
    private static IEnumerable<Facet> DatesOf(string value, DateOnly today)
    {
        var (first, count) = value switch
        {
            "today" => (today, 1),
            "tomorrow" => (today.AddDays(1), 1),
            "this-week" => (today, 7),
            _ => (today, 0),
        };
        return Enumerable.Range(0, count).Select(first.AddDays)
            .SelectMany(date => new[] { WhenFacets.Of(date), new Facet(ListingFacets.Date, Schedule.CodeOf(date.DayOfWeek)) });
    }
}
