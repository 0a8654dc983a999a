using System.Text.Json.Nodes;

namespace Portal.Directory.Domain;

/// <summary>Takes one change out of the middle of a history: works on snapshots as JSON, so that every field there will ever be is covered.</summary>
internal static class SnapshotUndo
{
    /// <summary>
    /// The present state with what differs between <paramref name="before"/> and <paramref name="after"/> as it was before; null
    /// when some of it has been changed again since.
    /// </summary>
    public static string? Take(string now, string before, string after)
    {
        var state = JsonNode.Parse(now)!.AsObject();
        return Merge(state, JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject()) ? state.ToJsonString() : null;
    }

    private static bool Merge(JsonObject now, JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(field => field.Key).Union(after.Select(field => field.Key), StringComparer.Ordinal).ToList())
        {
            var (was, became, isNow) = (before[name], after[name], now[name]);
            if (JsonNode.DeepEquals(was, became)) continue;
            if (was is JsonObject inner && became is JsonObject changed && isNow is JsonObject present)
            {
                if (!Merge(present, inner, changed)) return false;
            }
            else if (!JsonNode.DeepEquals(became, isNow))
            {
                return false;
            }
            else if (before.ContainsKey(name))
            {
                now[name] = was?.DeepClone();
            }
            else
            {
                now.Remove(name);
            }
        }

        return true;
    }
}
