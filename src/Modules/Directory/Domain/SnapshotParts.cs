using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Platform.Data;

namespace Portal.Directory.Domain;

/// <summary>
/// Takes states of a listing apart into the things a moderator decides on one by one: a fact, what is said of one thing in one
/// language, how a translation stands. Works on JSON, so that every field there will ever be is covered.
/// </summary>
internal static class SnapshotParts
{
    private const string Facts = nameof(ListingSnapshot.Facts);
    private const string Texts = nameof(ListingSnapshot.Texts);
    private const string Translations = nameof(ListingSnapshot.Translations);

    /// <summary>Fields that make sense only together.</summary>
    private static readonly string[][] together =
    [
        [nameof(ListingFacts.VenueId), nameof(ListingFacts.Attendance)],
        [nameof(ListingFacts.Cost), nameof(ListingFacts.CostPence)],
        [nameof(ListingFacts.AssuredOn), nameof(ListingFacts.AssuredBy)],
        [nameof(ListingFacts.Places), nameof(ListingFacts.FullUntil)],
        [nameof(ListingFacts.Published), nameof(ListingFacts.StoppedOn), nameof(ListingFacts.MergedIntoId)],
    ];

    /// <summary>Names of the parts that differ: <c>Facts.Cost</c>, <c>Texts.ur.Title</c>, <c>Texts.pl</c> for a whole new language, <c>Translations.ur</c>.</summary>
    public static IReadOnlyList<string> Changed(JsonObject before, JsonObject after)
    {
        var changed = new List<string>();
        foreach (var field in Differing(before[Facts], after[Facts])) changed.Add($"{Facts}.{together.FirstOrDefault(group => group.Contains(field, StringComparer.Ordinal))?[0] ?? field}");
        foreach (var culture in Differing(before[Texts], after[Texts]))
        {
            if (before[Texts]?[culture] is null || after[Texts]?[culture] is null) changed.Add($"{Texts}.{culture}");
            else changed.AddRange(Differing(before[Texts]![culture], after[Texts]![culture]).Select(field => $"{Texts}.{culture}.{field}"));
        }

        changed.AddRange(Differing(before[Translations], after[Translations]).Select(culture => $"{Translations}.{culture}"));
        return [.. changed.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>True when both states say the same of a part.</summary>
    public static bool AreSame(JsonObject a, JsonObject b, string part)
        => PathsOf(part).All(path => JsonNode.DeepEquals(At(a, path), At(b, path)));

    /// <summary>Puts a part of one state into another.</summary>
    public static void Copy(JsonObject from, JsonObject to, string part)
    {
        foreach (var path in PathsOf(part)) Put(to, path, At(from, path)?.DeepClone());
    }

    /// <summary>Puts words of somebody's own into a part that holds one text.</summary>
    public static void Write(JsonObject to, string part, string? words) => Put(to, part.Split('.'), words is null ? null : JsonValue.Create(words));

    /// <summary>The text that a part holds; null where it holds none or something else.</summary>
    public static string? TextOf(JsonObject state, string part) => At(state, part.Split('.')) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    public static JsonObject Of(ListingSnapshot snapshot) => JsonSerializer.SerializeToNode(snapshot, PortalJson.Options)!.AsObject();

    public static ListingSnapshot ToSnapshot(JsonObject state) => state.Deserialize<ListingSnapshot>(PortalJson.Options)!;

    private static IEnumerable<string[]> PathsOf(string part)
    {
        var path = part.Split('.');
        return path[0] == Facts && together.FirstOrDefault(group => group[0] == path[1]) is { } group ? group.Select(field => new[] { Facts, field }) : [path];
    }

    private static List<string> Differing(JsonNode? before, JsonNode? after)
        => [.. Keys(before).Union(Keys(after), StringComparer.Ordinal).Where(key => !JsonNode.DeepEquals(before?[key], after?[key]))];

    private static IEnumerable<string> Keys(JsonNode? node) => node is JsonObject fields ? fields.Select(field => field.Key).ToList() : [];

    private static JsonNode? At(JsonObject state, string[] path) => path.Aggregate((JsonNode?)state, (node, name) => (node as JsonObject)?[name]);

    private static void Put(JsonObject state, string[] path, JsonNode? value)
    {
        var inner = state;
        foreach (var name in path[..^1])
        {
            if (inner[name] is not JsonObject next) inner[name] = next = [];
            inner = next;
        }

        if (value is null) inner.Remove(path[^1]);
        else inner[path[^1]] = value;
    }
}
