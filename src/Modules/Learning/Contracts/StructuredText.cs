using System.Text.Json;
using Portal.Platform.Data;

namespace Portal.Learning.Contracts;

/// <summary>Writes what search engines read: JSON-LD in the words of schema.org.</summary>
public static class StructuredText
{
    /// <summary>An organisation.</summary>
    public static IReadOnlyDictionary<string, object?> Organisation(string name)
        => new Dictionary<string, object?>(StringComparer.Ordinal) { ["@type"] = "Organization", ["name"] = name };

    /// <summary>Text for a data block in a page; characters that could end the block are escaped.</summary>
    public static string AsStructuredData(this IReadOnlyDictionary<string, object?> thing)
        => JsonSerializer.Serialize(new Dictionary<string, object?>(thing, StringComparer.Ordinal) { ["@context"] = "https://schema.org" }, PortalJson.Options);
}
