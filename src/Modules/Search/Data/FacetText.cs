using Portal.Search.Contracts;

namespace Portal.Search.Data;

/// <summary>A facet as one text, <c>day=TU</c>.</summary>
internal static class FacetText
{
    /// <exception cref="ArgumentException">The group has the sign that separates it from the value.</exception>
    public static string Write(Facet facet)
        => facet.Group.Contains('=', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{facet.Group}={facet.Value}' cannot be a facet.", nameof(facet))
            : $"{facet.Group}={facet.Value}";

    public static Facet Read(string text)
    {
        var separator = text.IndexOf('=', StringComparison.Ordinal);
        return new Facet(text[..separator], text[(separator + 1)..]);
    }
}
