using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Portal.Platform.Data;
using Portal.Recipes.Contracts;
using Shouldly;
using TestSupport;

namespace PageTests.Directory;

/// <summary>What a recipe brought in, an export writes out the same: nothing is lost on the way, in any language.</summary>
public sealed class RoundTripTests
{
    [DatabaseTheory, EveryDatabase]
    public async Task The_sample_comes_out_as_it_went_in(DatabaseKind kind)
    {
        var site = await BradfordSite.ToLookAtAsync(kind);

        var exported = await site.RunAsync(async services =>
        {
            var items = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var type in services.GetServices<IContentType>().Where(type => type.Name is "Taxonomy" or "Organisation" or "Venue" or "Listing"))
            {
                await foreach (var item in type.ExportAsync(default)) items.Add(item.ContentItemId!, Normal(JsonSerializer.SerializeToElement(item, type.Model, PortalJson.Options)));
            }

            return items;
        });

        var written = BradfordSite.Files.SelectMany(Items).ToDictionary(item => item.GetProperty("ContentItemId").GetString()!, Normal, StringComparer.Ordinal);
        exported.Keys.Order(StringComparer.Ordinal).ShouldBe(written.Keys.Order(StringComparer.Ordinal));
        foreach (var (id, item) in written) exported[id].ShouldBe(item, id);
    }

    private static IEnumerable<JsonElement> Items(string file)
        => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("steps").EnumerateArray().SelectMany(step => step.GetProperty("data").EnumerateArray());

    /// <summary>The same JSON for the same content: keys and e-mail addresses in order, numbers as values, dates that a script makes left out.</summary>
    private static string Normal(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array when element.GetArrayLength() > 0 && element[0].ToString().Contains('@', StringComparison.Ordinal)
            => "[" + string.Join(",", element.EnumerateArray().Select(email => email.GetString()).Order(StringComparer.Ordinal)) + "]",
        JsonValueKind.Object => "{" + string.Join(",", element.EnumerateObject().Where(property => property.Name != "AssuredDate")
            .OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{property.Name}:{Normal(property.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", element.EnumerateArray().Select(Normal)) + "]",
        JsonValueKind.Number => element.GetDecimal().ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture),
        _ => element.ToString(),
    };
}
