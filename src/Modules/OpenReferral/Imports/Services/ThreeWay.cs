using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Who changed a field since it was last taken from its source.</summary>
internal enum FieldState
{
    /// <summary>Nobody, or both to the same.</summary>
    Same,

    /// <summary>The source.</summary>
    Source,

    /// <summary>Somebody here: a local correction.</summary>
    Here,

    /// <summary>Both, to different things.</summary>
    Both,
}

/// <summary>One field of a record: what the source said, what the directory says, what the source says now.</summary>
internal sealed record FieldDiff(string Field, JsonNode? Base, JsonNode? Ours, JsonNode? Theirs, FieldState State);

/// <summary>Compares what a source said, what it says now, and what the directory says, field by field.</summary>
internal static class ThreeWay
{
    private const string AssuredDate = "AssuredDate";

    /// <summary>Fields that the directory works out itself where a source does not give them.</summary>
    private static readonly string[] workedOut = ["Latitude", "Longitude"];

    public static string Write<TFacts>(TFacts facts) => JsonSerializer.Serialize(facts, PortalJson.Options);

    public static TFacts Read<TFacts>(JsonObject values) => values.Deserialize<TFacts>(PortalJson.Options)!;

    public static TFacts Read<TFacts>(string values) => JsonSerializer.Deserialize<TFacts>(values, PortalJson.Options)!;

    public static JsonObject Parse(string values) => values.Length == 0 ? [] : JsonNode.Parse(values)!.AsObject();

    /// <summary>Tells whether values are the same as before.</summary>
    public static string HashOf(string values) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(values)).AsSpan(0, 16));

    /// <summary>All fields in which the three are not one.</summary>
    public static IReadOnlyList<FieldDiff> Compare(JsonObject before, JsonObject ours, JsonObject theirs)
    {
        var found = new List<FieldDiff>();
        foreach (var field in theirs.Select(pair => pair.Key).Union(ours.Select(pair => pair.Key), StringComparer.Ordinal).Union(before.Select(pair => pair.Key), StringComparer.Ordinal))
        {
            var (was, here, there) = (before[field], ours[field], theirs[field]);
            var state = StateOf(field, was, here, there);
            if (state != FieldState.Same || !JsonNode.DeepEquals(was, there)) found.Add(new FieldDiff(field, was, here, there, state));
        }

        return found;
    }

    /// <summary>The directory's values with those of the source where nobody here has changed them.</summary>
    /// <param name="takeAll">True to take those of the source where somebody has, too.</param>
    public static JsonObject Merge(JsonObject ours, IReadOnlyList<FieldDiff> differences, bool takeAll)
    {
        var merged = ours.DeepClone().AsObject();
        foreach (var difference in differences.Where(difference => difference.State == FieldState.Source || (takeAll && difference.State is FieldState.Both)))
        {
            if (difference.Theirs is null) merged.Remove(difference.Field);
            else merged[difference.Field] = difference.Theirs.DeepClone();
        }

        return merged;
    }

    private static FieldState StateOf(string field, JsonNode? was, JsonNode? here, JsonNode? there)
    {
        if (JsonNode.DeepEquals(here, there)) return FieldState.Same;
        if (there is null && was is null && workedOut.Contains(field, StringComparer.Ordinal)) return FieldState.Same;

        // The later of two confirmations holds, whoever gave it: dates written year first are in order as text.
        if (field == AssuredDate) return string.CompareOrdinal(here?.GetValue<string>(), there?.GetValue<string>()) < 0 ? FieldState.Source : FieldState.Same;
        if (JsonNode.DeepEquals(was, there)) return FieldState.Here;
        return JsonNode.DeepEquals(was, here) ? FieldState.Source : FieldState.Both;
    }
}
