using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>A thing that was taken from the source before.</summary>
internal sealed record KnownThing(string? OurId, RecordState State, string Hash);

/// <summary>A thing of this run that is not as it was.</summary>
internal sealed record NewThing(RecordKind Record, string ExternalId, string Title, string Values, string Hash, KnownThing? Known)
{
    public StagedChange ToChange(string runId, int number, int line) => new()
    {
        RunId = runId,
        Number = number,
        Line = line,
        Record = Record,
        ExternalId = ExternalId,
        Kind = Known is { State: RecordState.Live } ? ChangeKind.Changed : ChangeKind.Added,
        Title = Title,
        Values = Values,
        Hash = Hash,
        OurId = Known?.OurId,
        Decision = Decision.Take,
    };
}

/// <summary>What a run has seen so far, against what was taken from the source before.</summary>
internal sealed class SeenThings(Dictionary<string, KnownThing> known)
{
    private readonly Dictionary<string, (int Line, string Hash)> seen = new(StringComparer.Ordinal);

    /// <summary>Services that were in the directory from this source before this run.</summary>
    public int LiveBefore { get; } = known.Count(pair => pair.Key[0] == 'S' && pair.Value.State == RecordState.Live);

    /// <summary>Services that the source had and has no longer.</summary>
    public IEnumerable<(string ExternalId, string? OurId)> Missing
        => known.Where(pair => pair.Key[0] == 'S' && pair.Value is { State: RecordState.Live, OurId: not null } && !seen.ContainsKey(pair.Key)).Select(pair => (pair.Key[1..], pair.Value.OurId));

    public static string KeyOf(RecordKind kind, string externalId) => kind.ToString()[0] + externalId;

    /// <summary>What of an item is new or changed, and its faults.</summary>
    public (List<NewThing> Things, IReadOnlyList<Fault> Faults) Take(FeedItem item)
    {
        var things = new List<NewThing>();
        if (item.RefusedId is { } refused) seen.TryAdd(KeyOf(RecordKind.Service, refused), (item.Line, ""));
        if (item.Service is not { } service) return (things, item.Faults);

        var values = ThreeWay.Write(service.Facts);
        var hash = ThreeWay.HashOf(values);
        var externalId = service.ExternalId;
        if (seen.TryGetValue(KeyOf(RecordKind.Service, externalId), out var first))
        {
            if (first.Hash == hash) return (things, [.. item.Faults, new Fault(IsError: false, null, "SameTwice", Number(first.Line))]);
            if (!externalId.StartsWith("name:", StringComparison.Ordinal)) return (things, [.. item.Faults, new Fault(IsError: true, SheetFields.Id, "IdTwice", externalId, Number(first.Line))]);

            // Two rows of one name at one place: a group with two sessions, as lists are kept. Each gets a page.
            var copy = 2;
            while (seen.ContainsKey(KeyOf(RecordKind.Service, $"{externalId}#{Number(copy)}"))) copy++;
            externalId = $"{externalId}#{Number(copy)}";
        }

        if (item.Organization is { } organization) Add(things, RecordKind.Organization, organization.ExternalId, organization.Facts.Name, ThreeWay.Write(organization.Facts), null, item.Line);
        if (item.Location is { } location) Add(things, RecordKind.Location, location.ExternalId, location.Facts.Name, ThreeWay.Write(location.Facts), null, item.Line);
        Add(things, RecordKind.Service, externalId, service.Facts.Name, values, hash, item.Line);
        return (things, item.Faults);
    }

    private void Add(List<NewThing> things, RecordKind kind, string externalId, string title, string values, string? hash, int line)
    {
        hash ??= ThreeWay.HashOf(values);
        var key = KeyOf(kind, externalId);
        if (!seen.TryAdd(key, (line, hash))) return;
        var before = known.GetValueOrDefault(key);
        if (before is not null && before.Hash == hash && before.State != RecordState.Gone) return;
        things.Add(new NewThing(kind, externalId, title, values, hash, before));
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
