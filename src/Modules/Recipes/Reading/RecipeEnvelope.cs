using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Recipes.Reading;

/// <summary>The outside of a recipe file, in the shape of Orchard Core.</summary>
internal sealed record RecipeEnvelope
{
    /// <summary>Address of the JSON Schema, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("displayName")]
    public string? DisplayName { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("author")]
    public string? Author { get; init; }

    [JsonPropertyName("website")]
    public string? WebSite { get; init; }

    [JsonPropertyName("version")]
    public string? Version { get; init; }

    /// <summary>True for a recipe that sets up a new tenant.</summary>
    [JsonPropertyName("issetuprecipe")]
    public bool IsSetupRecipe { get; init; }

    [JsonPropertyName("exportUtc")]
    public DateTimeOffset? ExportUtc { get; init; }

    [JsonPropertyName("categories")]
    public IReadOnlyList<string>? Categories { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<string>? Tags { get; init; }

    [JsonPropertyName("steps")]
    public required IReadOnlyList<ReadLater> Steps { get; init; }
}

/// <summary>The step that brings content items.</summary>
internal sealed record ContentStep
{
    public const string Name = "content";

    [JsonPropertyName("data")]
    public required IReadOnlyList<ReadLater> Data { get; init; }
}

/// <summary>The step that runs other recipes.</summary>
internal sealed record RecipesStep
{
    public const string Name = "recipes";

    /// <summary>The recipes, in the order they are run.</summary>
    public required IReadOnlyList<RecipeReference> Values { get; init; }
}

/// <summary>Names another recipe.</summary>
internal sealed record RecipeReference
{
    /// <summary>Used by Orchard Core to tell runs apart; not needed here.</summary>
    [JsonPropertyName("executionid")]
    public string? ExecutionId { get; init; }

    /// <summary>Name of the recipe, which is also that of its file.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }
}

/// <summary>A value that is only passed over for now; it is read piece by piece afterwards.</summary>
[JsonConverter(typeof(Skipping))]
internal sealed class ReadLater
{
    private sealed class Skipping : JsonConverter<ReadLater>
    {
        public override ReadLater Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return new ReadLater();
        }

        public override void Write(Utf8JsonWriter writer, ReadLater value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
