using Portal.Search.Contracts;

namespace Portal.Search.Data;

/// <summary>Writes the facets of an item as one text, <c>day=TU</c> and so on, one a line; read without making strings.</summary>
internal static class FacetList
{
    /// <exception cref="ArgumentException">A group or value has a character that separates them.</exception>
    public static string Write(IEnumerable<Facet> facets)
        => string.Join('\n', facets.Distinct().Select(facet =>
            facet.Group.AsSpan().ContainsAny('=', '\n') || facet.Value.Contains('\n')
                ? throw new ArgumentException($"'{facet.Group}={facet.Value}' cannot be a facet.", nameof(facets))
                : $"{facet.Group}={facet.Value}"));

    /// <summary>Reads one line.</summary>
    public static Facet Read(ReadOnlySpan<char> line)
    {
        var separator = line.IndexOf('=');
        return new Facet(line[..separator].ToString(), line[(separator + 1)..].ToString());
    }
}
