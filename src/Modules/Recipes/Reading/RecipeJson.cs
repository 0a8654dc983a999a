using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Portal.Recipes.Reading;

/// <summary>How recipes are read: strictly. What no model knows is an error, and so is a key that stands twice or misses.</summary>
internal static class RecipeJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>For walking through a file.</summary>
    public static JsonReaderOptions Reader { get; } = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNameCaseInsensitive = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            RespectNullableAnnotations = true,
            ReadCommentHandling = JsonCommentHandling.Skip,
            Converters = { new JsonStringEnumConverter(), new OrchardDateConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireParameters } },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What a record's constructor cannot do without, the JSON cannot either.</summary>
    private static void RequireParameters(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }) property.IsRequired = true;
        }
    }
}

/// <summary>Reads calendar dates; Orchard Core writes them with a time of midnight behind.</summary>
internal sealed class OrchardDateConverter : JsonConverter<DateOnly>
{
    private const string Midnight = "T00:00:00";

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
        if (text.Length > 10 && text.TrimEnd('Z').AsSpan(10).SequenceEqual(Midnight)) text = text[..10];
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date) ? date : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options)
        => writer.WriteStringValue(value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
