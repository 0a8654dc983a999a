using System.Globalization;
using Portal.Search.Contracts;
using Portal.Search.Data;

namespace Portal.Search.Services;

/// <summary>Makes columns of rows that come in the order of their numbers.</summary>
internal sealed class IndexColumnsBuilder
{
    private readonly List<long> numbers = [];
    private readonly List<byte> kind = [];
    private readonly List<string> kinds = [];
    private readonly List<string> itemIds = [];
    private readonly List<Point?> place = [];
    private readonly List<bool> anywhere = [];
    private readonly List<DateOnly?> assuredOn = [];
    private readonly List<int> facetStart = [];
    private readonly List<int> facetValues = [];
    private readonly List<Facet> facets = [];
    private readonly Dictionary<string, int> facetPlaces = new(StringComparer.Ordinal);

    public void Add(long number, string itemKind, string itemId, string facetList, Point? point, bool isAnywhere, DateOnly? assured)
    {
        numbers.Add(number);
        kind.Add(Places.Of(itemKind, kinds));
        itemIds.Add(itemId);
        place.Add(point);
        anywhere.Add(isAnywhere);
        assuredOn.Add(assured);
        facetStart.Add(facetValues.Count);
        var known = facetPlaces.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in facetList.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty) continue;
            if (!known.TryGetValue(line, out var value))
            {
                value = facets.Count;
                facets.Add(FacetList.Read(line));
                known[line] = value;
            }

            facetValues.Add(value);
        }
    }

    public IndexColumns Build()
    {
        facetStart.Add(facetValues.Count);
        return new IndexColumns
        {
            Numbers = [.. numbers],
            Kind = [.. kind],
            Kinds = kinds,
            IdOrder = Order.Of(itemIds.Count, (a, b) => string.CompareOrdinal(itemIds[a], itemIds[b])),
            Place = [.. place],
            Anywhere = [.. anywhere],
            AssuredOn = [.. assuredOn],
            FacetStart = [.. facetStart],
            FacetValues = [.. facetValues],
            Facets = facets,
        };
    }
}

/// <summary>Chooses for every entry the text that readers of a language see, and puts the titles in their alphabetical order.</summary>
internal sealed class ReadersColumnsBuilder(IndexColumns entries, string language, IReadOnlyList<string> fallbackChain)
{
    private readonly CompareInfo alphabet = CultureInfo.GetCultureInfo(language).CompareInfo;
    private readonly List<string> languages = [];
    private readonly List<int> rankOfLanguage = [];
    private readonly byte[] shown = new byte[entries.Count];
    private readonly string?[] title = new string?[entries.Count];

    public void Add(long number, string textLanguage, string textTitle)
    {
        if (entries.PositionOf(number) is not (>= 0 and var position)) return;
        var place = Places.Of(textLanguage, languages);
        if (place == rankOfLanguage.Count) rankOfLanguage.Add(RankOf(textLanguage));
        if (title[position] is not null && rankOfLanguage[shown[position]] <= rankOfLanguage[place]) return;
        (shown[position], title[position]) = (place, textTitle);
    }

    public ReadersColumns Build() => new() { Entries = entries, Languages = languages, Shown = shown, TitleOrder = TitleOrder() };

    private int RankOf(string textLanguage)
    {
        for (var i = 0; i < fallbackChain.Count; i++)
        {
            if (fallbackChain[i] == textLanguage) return i;
        }

        return fallbackChain.Count + languages.Count;
    }

    private int[] TitleOrder()
    {
        var keys = Array.ConvertAll(title, text => alphabet.GetSortKey(text ?? "", CompareOptions.IgnoreCase).KeyData);
        return Order.Of(keys.Length, (a, b) => keys[a].AsSpan().SequenceCompareTo(keys[b]) is var byTitle and not 0 ? byTitle : entries.IdOrder[a].CompareTo(entries.IdOrder[b]));
    }
}

/// <summary>Sorts once, so that sorting again needs only numbers.</summary>
internal static class Order
{
    /// <summary>For each of so many things its place in the order.</summary>
    public static int[] Of(int count, Comparison<int> comparison)
    {
        var sorted = new int[count];
        for (var i = 0; i < count; i++) sorted[i] = i;
        Array.Sort(sorted, comparison);
        var order = new int[count];
        for (var i = 0; i < count; i++) order[sorted[i]] = i;
        return order;
    }
}

/// <summary>Short lists in which a string is known by its place.</summary>
internal static class Places
{
    public static byte Of(string text, List<string> list)
    {
        var found = list.IndexOf(text);
        if (found >= 0) return (byte)found;
        list.Add(text);
        return checked((byte)(list.Count - 1));
    }
}
