using System.Globalization;
using Portal.Search.Contracts;

namespace Portal.Search.Segments;

/// <summary>Puts the columns of a segment together, entry by entry in the order of their numbers; the lexemes come from whoever has them.</summary>
internal sealed class SegmentBuilder
{
    private readonly List<long> numbers = [];
    private readonly List<string> kinds = [];
    private readonly List<byte> kind = [];
    private readonly PackedBuilder ids = new();
    private readonly List<double> latitude = [];
    private readonly List<double> longitude = [];
    private readonly List<byte> anywhere = [];
    private readonly List<int> assuredOn = [];
    private readonly List<Facet> facets = [];
    private readonly Dictionary<Facet, int> facetPlaces = [];
    private readonly List<int> facetStart = [0];
    private readonly List<int> facetValues = [];
    private readonly List<string> languages = [];
    private readonly List<int> textStart = [0];
    private readonly List<byte> textLanguage = [];
    private readonly PackedBuilder titles = new();

    public int Count => numbers.Count;

    /// <exception cref="ArgumentException">The item has no text.</exception>
    public void Add(long number, SearchItem item)
    {
        if (item.Texts.Count == 0) throw new ArgumentException($"{item.Kind} {item.ItemId} has no text.", nameof(item));
        numbers.Add(number);
        kind.Add(PlaceOf(item.Kind, kinds));
        ids.Add(Segment.IdOf(item.Kind, item.ItemId));
        latitude.Add(item.Place?.Latitude ?? double.NaN);
        longitude.Add(item.Place?.Longitude ?? double.NaN);
        anywhere.Add((byte)(item.Anywhere ? 1 : 0));
        assuredOn.Add(item.AssuredOn?.DayNumber ?? 0);
        foreach (var facet in item.Facets.Distinct()) facetValues.Add(PlaceOf(facet));
        facetStart.Add(facetValues.Count);
        foreach (var text in item.Texts)
        {
            textLanguage.Add(PlaceOf(text.Language, languages));
            titles.Add(text.Title);
        }

        textStart.Add(textLanguage.Count);
    }

    /// <summary>Takes an entry over as it stands in another segment.</summary>
    public void Add(Segment from, int place)
    {
        numbers.Add(from.Numbers[place]);
        kind.Add(PlaceOf(from.Kinds[from.Kind[place]], kinds));
        ids.Add(from.Ids[place]);
        latitude.Add(from.Latitude[place]);
        longitude.Add(from.Longitude[place]);
        anywhere.Add(from.Anywhere[place]);
        assuredOn.Add(from.AssuredOn[place]);
        foreach (var value in from.FacetsOf(place)) facetValues.Add(PlaceOf(from.Facets[value]));
        facetStart.Add(facetValues.Count);
        for (var text = from.TextStart[place]; text < from.TextStart[place + 1]; text++)
        {
            textLanguage.Add(PlaceOf(from.Languages[from.TextLanguage[text]], languages));
            titles.Add(from.Titles[text]);
        }

        textStart.Add(textLanguage.Count);
    }

    public Segment Build(Packed terms, Packed postings) => new()
    {
        Numbers = [.. numbers],
        Kinds = [.. kinds],
        Kind = [.. kind],
        Ids = ids.Build(),
        Latitude = [.. latitude],
        Longitude = [.. longitude],
        Anywhere = [.. anywhere],
        AssuredOn = [.. assuredOn],
        Facets = [.. facets],
        FacetStart = [.. facetStart],
        FacetValues = [.. facetValues],
        Languages = [.. languages],
        TextStart = [.. textStart],
        TextLanguage = [.. textLanguage],
        Titles = titles.Build(),
        Terms = terms,
        Postings = postings,
    };

    private int PlaceOf(Facet facet)
    {
        if (facetPlaces.TryGetValue(facet, out var place)) return place;
        facets.Add(facet);
        return facetPlaces[facet] = facets.Count - 1;
    }

    /// <summary>Kinds and languages are few; a place in their list fits a byte.</summary>
    private static byte PlaceOf(string text, List<string> list)
    {
        var found = list.IndexOf(text);
        if (found >= 0) return (byte)found;
        if (list.Count > byte.MaxValue) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The index takes no more than {list.Count} kinds or languages."));
        list.Add(text);
        return (byte)(list.Count - 1);
    }
}
