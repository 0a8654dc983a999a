using Portal.Search.Contracts;

namespace Portal.Search.Services;

/// <summary>
/// What filters, counts and ranking need of every entry, in columns: some eighty bytes each, read once per version of the
/// tenant's content. The texts stay in the database. An entry is known here by its position.
/// </summary>
internal sealed class IndexColumns
{
    /// <summary>Numbers of the entries, ascending.</summary>
    public required long[] Numbers { get; init; }

    /// <summary>Kind of each, as a place in <see cref="Kinds"/>.</summary>
    public required byte[] Kind { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Place of each in the order of item ids.</summary>
    public required int[] IdOrder { get; init; }

    public required Point?[] Place { get; init; }

    public required bool[] Anywhere { get; init; }

    public required DateOnly?[] AssuredOn { get; init; }

    /// <summary>Where the values of each begin in <see cref="FacetValues"/>; one more at the end.</summary>
    public required int[] FacetStart { get; init; }

    /// <summary>Values of all entries, as places in <see cref="Facets"/>.</summary>
    public required int[] FacetValues { get; init; }

    public required IReadOnlyList<Facet> Facets { get; init; }

    public int Count => Numbers.Length;

    /// <summary>The values of an entry.</summary>
    public ReadOnlySpan<int> FacetsOf(int position) => FacetValues.AsSpan(FacetStart[position], FacetStart[position + 1] - FacetStart[position]);

    /// <summary>Position of an entry; negative when it was written after the columns were read.</summary>
    public int PositionOf(long number) => Numbers.AsSpan().BinarySearch(number);
}

/// <summary>The columns as readers of one language see them.</summary>
internal sealed class ReadersColumns
{
    public required IndexColumns Entries { get; init; }

    /// <summary>All languages that anything is written in.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Language each is shown in, as a place in <see cref="Languages"/>.</summary>
    public required byte[] Shown { get; init; }

    /// <summary>Place of each in the alphabetical order of titles, which settles what ranks alike.</summary>
    public required int[] TitleOrder { get; init; }
}
