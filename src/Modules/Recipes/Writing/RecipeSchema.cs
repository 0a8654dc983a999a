using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Writing;

/// <summary>Makes the JSON Schema of recipes from the same types that read them.</summary>
internal sealed class RecipeSchema(IEnumerable<IRecipeStep> steps, IEnumerable<IContentType> types)
{
    private static readonly JsonSchemaExporterOptions options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => context.TypeInfo.Type == typeof(DateOnly) || context.TypeInfo.Type == typeof(DateOnly?) ? Date() : node,
    };

    public async Task WriteAsync(string file, CancellationToken cancellationToken)
        => await File.WriteAllTextAsync(file, Make().ToJsonString(PortalJson.Indented) + "\n", cancellationToken);

    public JsonObject Make()
    {
        var definitions = new JsonObject();
        var stepChoices = new JsonArray();
        foreach (var (name, schema) in steps.Select(step => (step.Name, SchemaOf(step.Model)))
            .Append((RecipesStep.Name, SchemaOf(typeof(RecipesStep))))
            .Append((ContentStep.Name, SchemaOf(typeof(ContentStep))))
            .OrderBy(step => step.Item1, StringComparer.Ordinal))
        {
            definitions["step-" + name] = WithConstant(schema, "step-" + name, "name", name);
            stepChoices.Add(Reference("step-" + name));
        }

        var itemChoices = new JsonArray();
        foreach (var type in types.OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            definitions["item-" + type.Name] = WithConstant(SchemaOf(type.Model), "item-" + type.Name, nameof(ContentItem.ContentType), type.Name);
            itemChoices.Add(Reference("item-" + type.Name));
        }

        definitions["step-content"]!["properties"]!["data"]!["items"] = new JsonObject { ["anyOf"] = itemChoices };
        var recipe = SchemaOf(typeof(RecipeEnvelope));
        recipe["properties"]!["steps"]!["items"] = new JsonObject { ["anyOf"] = stepChoices };
        recipe.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        recipe.Insert(1, "$id", "recipe.schema.json");
        recipe["$defs"] = definitions;
        return recipe;
    }

    private static JsonObject SchemaOf(Type type) => RecipeJson.Options.GetJsonSchemaAsNode(type, options).AsObject();

    private static JsonObject Reference(string id) => new() { ["$ref"] = $"{id}.schema.json" };

    /// <summary>Gives a schema an address of its own, which its inner references count from, and fixes one key.</summary>
    private static JsonObject WithConstant(JsonObject schema, string id, string key, string value)
    {
        schema.Insert(0, "$id", $"{id}.schema.json");
        schema["type"] = "object";
        schema["properties"] ??= new JsonObject();
        schema["properties"]![key] = new JsonObject { ["const"] = value };
        var required = schema["required"]?.AsArray() ?? [];
        if (!required.Any(name => name!.GetValue<string>() == key)) required.Add(key);
        schema["required"] = required;
        return schema;
    }

    /// <summary>A date as text, or a call that gives one.</summary>
    private static JsonObject Date() => new() { ["type"] = "string", ["pattern"] = "^([0-9]{4}-[0-9]{2}-[0-9]{2}.*|\\[js:.*\\])$" };
}
