using System.Text.Json.Nodes;
using Portal.Directory.Domain;

namespace Portal.Directory.Services.Duplicates;

/// <summary>Two pages to be made one: the parts in which they differ, and which of the two is taken where nobody chooses.</summary>
internal sealed class MergeChoice
{
    /// <summary>What no choice is asked for: addresses stay, keepers are put together, the later confirmation counts.</summary>
    private static readonly string[] settled =
    [
        $"{nameof(ListingSnapshot.Facts)}.{nameof(ListingFacts.Published)}",
        $"{nameof(ListingSnapshot.Facts)}.{nameof(ListingFacts.Maintainers)}",
        $"{nameof(ListingSnapshot.Facts)}.{nameof(ListingFacts.AssuredOn)}",
    ];

    private readonly ListingSnapshot kept;
    private readonly ListingSnapshot other;
    private readonly JsonObject keptState;
    private readonly JsonObject otherState;

    public MergeChoice(ListingSnapshot kept, ListingSnapshot other)
    {
        (this.kept, this.other, keptState, otherState) = (kept, other, SnapshotParts.Of(kept), SnapshotParts.Of(other));
        Parts = [.. SnapshotParts.Changed(keptState, otherState).Where(part => !settled.Contains(part) && !part.StartsWith(nameof(ListingSnapshot.Translations), StringComparison.Ordinal))];
    }

    /// <summary>Names of the parts that differ: see <see cref="SnapshotParts.Changed"/>.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>True for a part that the page to be kept says nothing of: what the other says is taken.</summary>
    public bool IsOthers(string part) => IsNothing(keptState, part) && !IsNothing(otherState, part);

    /// <summary>The page to be kept with one part of the other, to be compared with it as it is.</summary>
    public ListingSnapshot With(string part)
    {
        var state = keptState.DeepClone().AsObject();
        SnapshotParts.Copy(otherState, state, part);
        return SnapshotParts.ToSnapshot(state);
    }

    /// <summary>The page to be kept with some parts of the other.</summary>
    public ListingSnapshot Take(IEnumerable<string> parts)
    {
        var merged = keptState.DeepClone().AsObject();
        foreach (var part in parts) SnapshotParts.Copy(otherState, merged, part);
        var taken = SnapshotParts.ToSnapshot(merged);
        var later = other.Facts.AssuredOn > kept.Facts.AssuredOn || kept.Facts.AssuredOn is null ? other.Facts : kept.Facts;
        return taken with
        {
            Slug = kept.Slug,
            Facts = taken.Facts with
            {
                AssuredOn = later.AssuredOn,
                AssuredBy = later.AssuredBy,
                Maintainers = [.. kept.Facts.Maintainers.Union(other.Facts.Maintainers, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            },
        };
    }

    private static bool IsNothing(JsonObject state, string part)
    {
        var node = part.Split('.').Aggregate((JsonNode?)state, (inner, name) => (inner as JsonObject)?[name]);
        return node is null or JsonArray { Count: 0 } || (node is JsonValue value && value.TryGetValue<string>(out var words) && words.Length == 0);
    }
}
