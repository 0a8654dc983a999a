using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Directory.Contracts;
using Portal.Search.Contracts;

namespace Portal.Directory.Services;

/// <summary>What a visitor looks for, as it stands in the address of the search page; every change of it is another address.</summary>
internal sealed record GroupQuery
{
    private const int LongestText = 120;
    private const int MostValues = 12;

    /// <summary>The distances offered, in miles.</summary>
    public static IReadOnlyList<int> Distances { get; } = [1, 3, 5, 10, 25];

    /// <summary>Words as typed, or null.</summary>
    public string? Words { get; init; }

    /// <summary>Place as typed, or null.</summary>
    public string? Near { get; init; }

    /// <summary>Farthest distance in miles, one of <see cref="Distances"/>.</summary>
    public int? Within { get; init; }

    /// <summary>Chosen filters.</summary>
    public IReadOnlyList<Facet> Filters { get; init; } = [];

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True when nothing is asked for.</summary>
    public bool IsEmpty => this with { Page = 1, Filters = [] } == new GroupQuery { Filters = Filters } && Filters.Count == 0;

    /// <summary>Reads the address; what cannot be understood is left aside.</summary>
    public static GroupQuery Read(IQueryCollection query) => new()
    {
        Words = Text(query["q"]),
        Near = Text(query["near"]),
        Within = int.TryParse(query["within"], NumberStyles.None, CultureInfo.InvariantCulture, out var miles) && Distances.Contains(miles) ? miles : null,
        Filters = [.. ListingFacets.All.SelectMany(group => query[group].OfType<string>().Where(value => value.Length is > 0 and <= LongestText)
            .Distinct(StringComparer.Ordinal).Take(MostValues).Select(value => new Facet(group, value)))],
        Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 10_000) : 1,
    };

    /// <summary>The same with a filter chosen, or taken away when it was chosen already; on the first page.</summary>
    public GroupQuery Toggle(Facet filter)
        => this with { Page = 1, Filters = Filters.Contains(filter) ? [.. Filters.Where(chosen => chosen != filter)] : [.. Filters, filter] };

    /// <summary>The query as it stands in an address: empty, or with a question mark before it.</summary>
    public string Address()
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (Words is not null) parts.Add(new("q", Words));
        if (Near is not null) parts.Add(new("near", Near));
        if (Within is { } within) parts.Add(new("within", within.ToString(CultureInfo.InvariantCulture)));
        foreach (var group in ListingFacets.All)
            parts.AddRange(Filters.Where(filter => filter.Group == group).Select(filter => new KeyValuePair<string, string?>(group, filter.Value)));
        if (Page > 1) parts.Add(new("page", Page.ToString(CultureInfo.InvariantCulture)));
        return parts.Count == 0 ? "" : QueryHelpers.AddQueryString("", parts);
    }

    private static string? Text(string? typed)
    {
        var text = typed?.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Length <= LongestText ? text : text[..LongestText];
    }
}
