namespace Portal.Search.Contracts;

/// <summary>The tenant's index. Changes join the running transaction: they are added to the request's context and saved by the caller.</summary>
public interface ISearchIndex
{
    /// <summary>Puts an item in the index, replacing what was there. Found from the next save on.</summary>
    Task PutAsync(SearchItem item, CancellationToken cancellationToken);

    /// <summary>Takes an item out of the index.</summary>
    Task RemoveAsync(string kind, string itemId, CancellationToken cancellationToken);

    /// <summary>Takes everything of one kind out, before it is put in again.</summary>
    Task ClearAsync(string kind, CancellationToken cancellationToken);

    /// <summary>True when nothing at all is in the index: there is nothing to find, or the index was lost and has to be asked for anew (<see cref="ReindexRequested"/>).</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellationToken);
}

/// <summary>
/// Asks the modules to put all their items in the index again, because the tenant's languages changed or the index was lost. A
/// module answers with <see cref="ISearchIndex.ClearAsync"/> and a <see cref="ISearchIndex.PutAsync"/> for each item.
/// </summary>
/// <param name="Kind">Kind to put in again; null for all.</param>
public sealed record ReindexRequested(string? Kind);

/// <summary>What is known of an item for finding it.</summary>
public sealed record SearchItem
{
    /// <summary>Kind of thing: <c>listing</c>, <c>article</c>, <c>programme</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the thing over all its languages.</summary>
    public required string ItemId { get; init; }

    /// <summary>Last part of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Its texts, one per language it is written in; at least one.</summary>
    public required IReadOnlyList<SearchText> Texts { get; init; }

    /// <summary>Names and synonyms in all languages of the terms it names first, that say most of what it is; they need not stand among the others too.</summary>
    public IReadOnlyList<string> FirstTermWords { get; init; } = [];

    /// <summary>Names and synonyms of its terms in all languages, so that a search in any of them finds it.</summary>
    public IReadOnlyList<string> TermWords { get; init; } = [];

    /// <summary>Values to filter and count by, for example <c>("day", "TU")</c>.</summary>
    public IReadOnlyList<Facet> Facets { get; init; } = [];

    /// <summary>Where it takes place; null for items that have no place.</summary>
    public Point? Place { get; init; }

    /// <summary>True when it can be joined from anywhere (online, by phone): no radius drops it.</summary>
    public bool Anywhere { get; init; }

    /// <summary>When somebody last said it is right.</summary>
    public DateOnly? AssuredOn { get; init; }
}

/// <summary>The texts of an item in one language.</summary>
/// <param name="Language">BCP 47 code.</param>
/// <param name="Title">Weighs most in a search.</param>
/// <param name="Summary">One line.</param>
/// <param name="Body">Everything else, as plain text.</param>
public sealed record SearchText(string Language, string Title, string Summary, string Body);

/// <summary>A value of an item in a group to filter by.</summary>
/// <param name="Group">For example <c>day</c>.</param>
/// <param name="Value">For example <c>TU</c>.</param>
public sealed record Facet(string Group, string Value);

/// <summary>A point on the earth in degrees, WGS 84.</summary>
public sealed record Point(double Latitude, double Longitude)
{
    /// <summary>Radius of the sphere that distances are measured on.</summary>
    public const double EarthRadiusMiles = 3958.8;

    /// <summary>Great-circle distance in miles (haversine formula).</summary>
    public double MilesTo(Point other)
    {
        static double Radians(double degrees) => degrees * Math.PI / 180;
        var (halfLat, halfLon) = (Math.Sin(Radians(other.Latitude - Latitude) / 2), Math.Sin(Radians(other.Longitude - Longitude) / 2));
        var a = (halfLat * halfLat) + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * halfLon * halfLon);
        return 2 * EarthRadiusMiles * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}

/// <summary>Finds items.</summary>
public interface ISearch
{
    /// <summary>Finds the items that fit all of a query, best first, and counts what each filter would give.</summary>
    Task<SearchResults> FindAsync(SearchQuery query, CancellationToken cancellationToken);
}

/// <summary>What is looked for.</summary>
public sealed record SearchQuery
{
    /// <summary>Kinds to look among; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Words as typed, in any language; null or empty for none.</summary>
    public string? Words { get; init; }

    /// <summary>True to find also what has only some of the words; without it, only where nothing has all of them. What has more of the words comes first.</summary>
    public bool AnyWords { get; init; }

    /// <summary>Language of the reader.</summary>
    public required string Language { get; init; }

    /// <summary>From where distances are measured.</summary>
    public Point? Near { get; init; }

    /// <summary>Farthest distance in miles; needs <see cref="Near"/>. Items that can be joined from anywhere, and those without a place, stay in.</summary>
    public double? WithinMiles { get; init; }

    /// <summary>Chosen filters. Values of one group are alternatives; groups add up.</summary>
    public IReadOnlyList<Facet> Filters { get; init; } = [];

    /// <summary>Groups to count values of. The count of a value says how many items there would be with it chosen beside all other filters; those of its own group are alternatives.</summary>
    public IReadOnlyList<string> Count { get; init; } = [];

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Items on a page; 0 for counts only.</summary>
    public int PageSize { get; init; } = 20;
}

/// <summary>What was found.</summary>
/// <param name="Hits">One page, best first.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Counts">For every group asked for, how many items each value would give.</param>
/// <param name="Suggestion">Words that would find something, where those typed are unknown here; null when they are not.</param>
public sealed record SearchResults(
    IReadOnlyList<SearchHit> Hits, int Total, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts, string? Suggestion)
{
    /// <summary>True when nothing has all of the words, and what was found has some of them.</summary>
    public bool HasSomeWordsOnly { get; init; }

    /// <summary>How many of what was found have a place whose distance is known, and cannot be joined from anywhere.</summary>
    public int InPlace { get; init; }
}

/// <summary>One item found.</summary>
/// <param name="TextLanguage">Language that title and summary are in, which may be a fallback.</param>
/// <param name="Miles">Distance, where one can be told.</param>
public sealed record SearchHit(string Kind, string ItemId, string Slug, string Title, string Summary, string TextLanguage, double? Miles);

/// <summary>Groups of facets that mean something to the search itself.</summary>
public static class SearchFacets
{
    /// <summary>First day on which the item takes place again, as <c>yyyy-MM-dd</c>: until then it comes lower.</summary>
    public const string RestsUntil = "rests-until";
}
