using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Platform.Web;

namespace Portal.Signposting.Services.Rights;

/// <summary>Builds JSON without empty fields.</summary>
internal static class FileJson
{
    /// <summary>An object of the fields that have a value; null when none has.</summary>
    public static JsonObject? Of(params (string Name, JsonNode? Value)[] fields)
    {
        var made = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (value is not null) made[name] = value;
        }

        return made.Count == 0 ? null : made;
    }

    /// <summary>A list; null when there is nothing in it.</summary>
    public static JsonArray? List(IEnumerable<JsonNode?> items) => new JsonArray([.. items.Where(item => item is not null)]) is { Count: > 0 } made ? made : null;

    /// <summary>A list of texts; null when there is none.</summary>
    public static JsonArray? Texts(params IEnumerable<string?> texts) => List(texts.Select(Text));

    public static JsonNode? Text(string? text) => string.IsNullOrEmpty(text) ? null : JsonValue.Create(text);

    /// <summary>An element that the standard has as a code or in words: words.</summary>
    public static JsonObject? Words(string? text) => Of(("free_text", Text(text)));

    /// <summary>An element that the standard has as a code or in words: one of our own choices.</summary>
    public static JsonObject? Choice(string? choice) => Of(("coded_value", Text(choice)));

    public static JsonNode? Date(TypedDate date) => date.Value is { } day ? Date(day) : null;

    public static JsonNode Date(DateOnly day) => JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static JsonNode Instant(DateTimeOffset at) => JsonValue.Create(at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
}
