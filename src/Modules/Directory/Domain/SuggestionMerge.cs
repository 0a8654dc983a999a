using System.Text.Json.Nodes;

namespace Portal.Directory.Domain;

/// <summary>How a part of a suggestion stands to the page as it now is.</summary>
internal enum PartStanding
{
    /// <summary>Nobody else has changed it.</summary>
    Free,

    /// <summary>The page says it already.</summary>
    AlreadySo,

    /// <summary>Somebody else changed the same part meanwhile: a person has to choose.</summary>
    ChangedSince,
}

/// <summary>Brings a suggestion together with the page as it now is, part by part, so that nobody's words are lost.</summary>
internal sealed class SuggestionMerge
{
    private readonly JsonObject before;
    private readonly JsonObject after;
    private readonly JsonObject now;

    public SuggestionMerge(string before, string after, ListingSnapshot now)
    {
        (this.before, this.after, this.now) = (SnapshotParts.Parse(before), SnapshotParts.Parse(after), SnapshotParts.Of(now));
        Parts = [.. SnapshotParts.Changed(this.before, this.after).Select(part => (part, StandingOf(part)))];
    }

    /// <summary>The parts that are suggested, and how each stands.</summary>
    public IReadOnlyList<(string Part, PartStanding Standing)> Parts { get; }

    /// <summary>True when every part can be taken without asking.</summary>
    public bool IsFree => Parts.All(part => part.Standing != PartStanding.ChangedSince);

    /// <summary>The page with some parts as suggested, and with words of a moderator's own where there are any.</summary>
    public ListingSnapshot Take(IEnumerable<string> parts, IReadOnlyDictionary<string, string?>? ownWords = null)
    {
        var merged = now.DeepClone().AsObject();
        foreach (var part in parts) SnapshotParts.Copy(after, merged, part);
        foreach (var (part, words) in ownWords ?? new Dictionary<string, string?>(StringComparer.Ordinal)) SnapshotParts.Write(merged, part, words);
        return SnapshotParts.ToSnapshot(merged);
    }

    /// <summary>The page with all that is suggested.</summary>
    public ListingSnapshot TakeAll() => Take(Parts.Select(part => part.Part));

    /// <summary>The page as it was when the suggestion was begun, in one part; otherwise as it is.</summary>
    public ListingSnapshot WithPartAsBefore(string part)
    {
        var state = now.DeepClone().AsObject();
        SnapshotParts.Copy(before, state, part);
        return SnapshotParts.ToSnapshot(state);
    }

    /// <summary>The words suggested for a part that holds one text; null where it holds something else.</summary>
    public string? TextOf(string part) => SnapshotParts.TextOf(after, part);

    private PartStanding StandingOf(string part)
        => SnapshotParts.AreSame(now, after, part) ? PartStanding.AlreadySo
            : SnapshotParts.AreSame(now, before, part) ? PartStanding.Free : PartStanding.ChangedSince;
}
