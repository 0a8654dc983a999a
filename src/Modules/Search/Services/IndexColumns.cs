using Portal.Search.Contracts;

namespace Portal.Search.Services;

/// <summary>
/// What filters, counts and ranking need of every document in one language, in columns: some sixty bytes a document, read once
/// per version of the tenant's content. The texts stay in the database. A document is known here by its position.
/// </summary>
internal sealed class IndexColumns
{
    /// <summary>Numbers of the documents, ascending.</summary>
    public required long[] Numbers { get; init; }

    /// <summary>Kind of each, as a place in <see cref="Kinds"/>.</summary>
    public required byte[] Kind { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Place of each in the order of titles, which settles what ranks alike.</summary>
    public required int[] TitleOrder { get; init; }

    public required Point?[] Place { get; init; }

    public required bool[] Anywhere { get; init; }

    public required DateOnly?[] AssuredOn { get; init; }

    /// <summary>Where the values of each begin in <see cref="FacetValues"/>; one more at the end.</summary>
    public required int[] FacetStart { get; init; }

    /// <summary>Values of all documents, as places in <see cref="Facets"/>.</summary>
    public required int[] FacetValues { get; init; }

    public required IReadOnlyList<Facet> Facets { get; init; }

    public int Count => Numbers.Length;

    /// <summary>The values of a document.</summary>
    public ReadOnlySpan<int> FacetsOf(int position) => FacetValues.AsSpan(FacetStart[position], FacetStart[position + 1] - FacetStart[position]);

    /// <summary>Position of a document; negative when it was written after the columns were read.</summary>
    public int PositionOf(long number) => Numbers.AsSpan().BinarySearch(number);
}
