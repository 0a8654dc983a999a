using System.Text.Json;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>Reads JSON that may be of any shape: a field under any of its names, a number where a text should be, one thing where a list should be.</summary>
internal readonly struct FeedNode(JsonElement element)
{
    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>The value of the first of those fields that says something, as text.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        if (!IsObject) return null;
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && TextOf(value) is { } text) return text;
        }

        return null;
    }

    /// <summary>The first of those fields that is an object, or the first thing of a list.</summary>
    public FeedNode One(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Items(name) is [var first, ..]) return first;
        }

        return default;
    }

    /// <summary>The things of the first of those fields that has any.</summary>
    public IReadOnlyList<FeedNode> Items(params ReadOnlySpan<string> names)
    {
        if (!IsObject) return [];
        foreach (var name in names)
        {
            if (!element.TryGetProperty(name, out var value)) continue;
            if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) return [.. value.EnumerateArray().Select(one => new FeedNode(one))];
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.String && (value.ValueKind == JsonValueKind.Object || TextOf(value) is not null)) return [new FeedNode(value)];
        }

        return [];
    }

    /// <summary>The thing itself as text, where it is one.</summary>
    public string? Self => TextOf(element);

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString() is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text) ? text : null,
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.True => "yes",
                JsonValueKind.False => "no",
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half a character, which no text can hold.
            return value.GetRawText().Trim('"');
        }
    }
}
