using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Platform.Data;
using Portal.Platform.Tenants;
using Portal.Recipes.Contracts;
using Portal.Recipes.Reading;

namespace Portal.Recipes.Writing;

/// <summary>Writes a tenant as a setup recipe. The same tenant always gives the same file, so two can be compared.</summary>
internal sealed class RecipeExporter(TenantContext tenant, IEnumerable<IRecipeStep> steps, IEnumerable<IContentType> types)
{
    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        var recipe = new JsonObject
        {
            ["name"] = NameFrom(tenant.Settings.Name),
            ["displayName"] = tenant.Settings.Name,
            ["description"] = "",
            ["author"] = "Portal",
            ["website"] = "",
            ["version"] = "1.0.0",
            ["issetuprecipe"] = true,
            ["categories"] = new JsonArray(),
            ["tags"] = new JsonArray(),
            ["steps"] = new JsonArray([.. await StepsAsync(cancellationToken)]),
        };
        await File.WriteAllTextAsync(file, recipe.ToJsonString(PortalJson.Indented) + "\n", cancellationToken);
    }

    private async Task<List<JsonNode>> StepsAsync(CancellationToken cancellationToken)
    {
        var written = new List<JsonNode>();
        foreach (var step in steps.OrderBy(step => step.Order).ThenBy(step => step.Name, StringComparer.Ordinal))
        {
            if (await step.ExportAsync(cancellationToken) is { } model) written.Add(Step(step.Name, ToJson(model).AsObject()));
        }

        var data = new JsonArray();
        foreach (var type in types.OrderBy(type => type.Order).ThenBy(type => type.Name, StringComparer.Ordinal))
        {
            await foreach (var item in type.ExportAsync(cancellationToken).WithCancellation(cancellationToken)) data.Add(ToJson(item));
        }

        if (data.Count > 0) written.Add(Step(ContentStep.Name, new JsonObject { ["data"] = data }));
        return written;
    }

    /// <summary>The step with its name in front.</summary>
    private static JsonObject Step(string name, JsonObject model)
    {
        var step = new JsonObject { ["name"] = name };
        foreach (var (key, value) in model.Where(entry => entry.Key != "name").ToList())
        {
            model.Remove(key);
            step[key] = value;
        }

        return step;
    }

    private static JsonNode ToJson(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), PortalJson.Options)!;

    private static string NameFrom(string siteName)
    {
        var name = new StringBuilder();
        foreach (var letter in siteName.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) name.Append(letter);
            else if (name.Length > 0 && name[^1] != '-') name.Append('-');
        }

        return name.ToString().Trim('-') is { Length: > 0 } usable ? usable : "site";
    }
}
