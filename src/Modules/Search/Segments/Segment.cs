using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Portal.Search.Contracts;
using Portal.Search.Services;

namespace Portal.Search.Segments;

/// <summary>
/// The whole index of up to some thousand entries, in columns. Never changed once it is made: what becomes of its entries later is
/// kept beside it. An entry is known here by its place, in the order of the numbers.
/// </summary>
internal sealed class Segment
{
    private readonly ConcurrentDictionary<string, Lazy<ReadersText>> readers = new(StringComparer.Ordinal);
    private SearchedFields? fields;
    private Direction[]? directions;
    private int[]? restsUntil;

    /// <summary>Numbers of the entries in the database, ascending.</summary>
    public required long[] Numbers { get; init; }

    /// <summary>The kinds there are.</summary>
    public required string[] Kinds { get; init; }

    /// <summary>Kind of each, as a place in <see cref="Kinds"/>.</summary>
    public required byte[] Kind { get; init; }

    /// <summary>Id and kind of each, which settles the order of what is alike in all else.</summary>
    public required Packed Ids { get; init; }

    /// <summary>Degrees, WGS 84; not a number where there is no place.</summary>
    public required double[] Latitude { get; init; }

    public required double[] Longitude { get; init; }

    /// <summary>Latitude and longitude of each as a direction; made when it is first asked for.</summary>
    public Direction[] Directions => directions ??= [.. Latitude.Zip(Longitude, Direction.Of)];

    /// <summary>1 for what can be joined from anywhere.</summary>
    public required byte[] Anywhere { get; init; }

    /// <summary>Day number of the date each was last confirmed; 0 for none.</summary>
    public required int[] AssuredOn { get; init; }

    /// <summary>The values there are to filter by.</summary>
    public required Facet[] Facets { get; init; }

    /// <summary>Where the values of each begin in <see cref="FacetValues"/>; one more at the end.</summary>
    public required int[] FacetStart { get; init; }

    /// <summary>Values of all, as places in <see cref="Facets"/>.</summary>
    public required int[] FacetValues { get; init; }

    /// <summary>Day number of the day each rests until, from its value in <see cref="SearchFacets.RestsUntil"/>; 0 for none. Made when it is first asked for.</summary>
    public int[] RestsUntil => restsUntil ??= ReadRests();

    /// <summary>The languages there are.</summary>
    public required string[] Languages { get; init; }

    /// <summary>Where the texts of each begin in <see cref="TextLanguage"/> and <see cref="Titles"/>; one more at the end.</summary>
    public required int[] TextStart { get; init; }

    /// <summary>Language of each text, as a place in <see cref="Languages"/>.</summary>
    public required byte[] TextLanguage { get; init; }

    public required Packed Titles { get; init; }

    /// <summary>All lexemes, in the order of their UTF-8 bytes.</summary>
    public required Packed Terms { get; init; }

    /// <summary>For each lexeme the entries that have it: places ascending, each as the difference to the one before, seven bits a byte.</summary>
    public required Packed Postings { get; init; }

    public int Count => Numbers.Length;

    /// <summary>Where a word is looked for in this segment.</summary>
    public SearchedFields Fields => fields ??= new SearchedFields(Languages);

    /// <summary>The values of an entry.</summary>
    public ReadOnlySpan<int> FacetsOf(int place) => FacetValues.AsSpan(FacetStart[place], FacetStart[place + 1] - FacetStart[place]);

    /// <summary>Place of an entry, or a negative number.</summary>
    public int PlaceOf(long number) => Numbers.AsSpan().BinarySearch(number);

    /// <summary>The lexemes that are the one given or, if asked for, begin with it: from one place in <see cref="Terms"/> to before another.</summary>
    public (int From, int To) TermsOf(ReadOnlySpan<byte> lexeme, bool isPrefix)
    {
        var from = Terms.LowerBound(lexeme);
        var to = from;
        while (to < Terms.Count && (isPrefix ? Terms[to].StartsWith(lexeme) : to == from && Terms[to].SequenceEqual(lexeme))) to++;
        return (from, to);
    }

    /// <summary>What readers with this chain of languages see of it; made when it is first asked for.</summary>
    public ReadersText TextFor(IReadOnlyList<string> fallbackChain)
        => readers.GetOrAdd(string.Join(' ', fallbackChain), _ => new Lazy<ReadersText>(() => ReadersText.Of(this, fallbackChain))).Value;

    private int[] ReadRests()
    {
        var days = Array.ConvertAll(Facets, facet => facet.Group == SearchFacets.RestsUntil ? DateOnly.ParseExact(facet.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber : 0);
        var until = new int[Count];
        for (var place = 0; place < until.Length; place++)
        {
            foreach (var value in FacetsOf(place)) until[place] = Math.Max(until[place], days[value]);
        }

        return until;
    }

    /// <summary>What stands for an entry's item: its id, then its kind.</summary>
    public static byte[] IdOf(string kind, string itemId) => Encoding.UTF8.GetBytes($"{itemId}\0{kind}");
}

/// <summary>Reads the places of a posting one after the other.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> posting)
{
    private ReadOnlySpan<byte> rest = posting;
    private int place = -1;

    /// <summary>The next place; false at the end.</summary>
    public bool Next(out int next)
    {
        next = 0;
        if (rest.IsEmpty) return false;
        int shift = 0, read = 0, difference = 0;
        byte part;
        do
        {
            part = rest[read++];
            difference |= (part & 127) << shift;
            shift += 7;
        }
        while (part >= 128);
        rest = rest[read..];
        next = place += difference;
        return true;
    }
}
