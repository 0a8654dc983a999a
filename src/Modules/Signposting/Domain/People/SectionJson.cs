using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Platform.Data;

namespace Portal.Signposting.Domain.People;

/// <summary>Sections as JSON: cleaned of spaces and empty fields, so that an empty section is known by its having nothing in it.</summary>
internal static class SectionJson
{
    /// <summary>The longest text of any field, in characters.</summary>
    public const int LongestText = 2000;

    private const string Nothing = "{}";

    /// <summary>The section without spaces around its texts and without fields that are empty.</summary>
    public static T Clean<T>(T typed)
        where T : class, new()
        => Read<T>(Write(typed)) ?? new T();

    /// <summary>The section as it is sealed; null when there is nothing in it.</summary>
    public static string? Write<T>(T section)
        where T : class
        => Tidy(JsonSerializer.SerializeToNode(section, PortalJson.Options))?.ToJsonString(PortalJson.Options) is { } json && json != Nothing ? json : null;

    /// <summary>A section from its JSON; null for none.</summary>
    public static T? Read<T>(string? json)
        where T : class
        => json is null ? null : JsonSerializer.Deserialize<T>(json, PortalJson.Options);

    /// <summary>Names of the fields whose text is too long to be kept, as forms name them: <c>Items[0].What</c>.</summary>
    public static IEnumerable<string> TooLong<T>(T section)
        where T : class
        => TooLong(JsonSerializer.SerializeToNode(section, PortalJson.Options), "");

    private static IEnumerable<string> TooLong(JsonNode? node, string name) => node switch
    {
        JsonObject fields => fields.SelectMany(field => TooLong(field.Value, name.Length == 0 ? field.Key : $"{name}.{field.Key}")),
        JsonArray items => items.SelectMany((item, index) => TooLong(item, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}[{index}]"))),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > LongestText => [name],
        _ => [],
    };

    private static JsonNode? Tidy(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject fields:
                var kept = new JsonObject();
                foreach (var (name, value) in fields)
                {
                    if (Tidy(value) is { } tidy) kept[name] = tidy;
                }

                return kept.Count == 0 ? null : kept;
            case JsonArray items:
                var list = new JsonArray([.. items.Select(Tidy).Where(item => item is not null)]);
                return list.Count == 0 ? null : list;
            case JsonValue value when value.TryGetValue<string>(out var text):
                // Browsers send lines with a carriage return.
                var clean = text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
                return clean.Length == 0 ? null : JsonValue.Create(clean);
            case JsonValue value when value.TryGetValue<bool>(out var yes) && !yes:
                return null;
            default:
                return node?.DeepClone();
        }
    }
}
