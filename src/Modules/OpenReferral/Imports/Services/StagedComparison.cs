using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Finds which staged changes meet a correction that was made here, and which new services may be in the directory already.</summary>
internal sealed class StagedComparison(PortalDbContext db, IListingImport directory, SourceIds ids)
{
    private Dictionary<string, string>? known;

    /// <summary>Looks at a batch: takes out what only looks changed, marks what is in conflict. A fixed number of queries.</summary>
    public async Task CompareAsync(ImportSource source, List<StagedChange> staged, CancellationToken cancellationToken)
    {
        await CompareChangedAsync(source, [.. staged.Where(change => change.Kind == ChangeKind.Changed && change.OurId is not null)], cancellationToken);
        await ProposeAsync(staged, cancellationToken);
    }

    private async Task CompareChangedAsync(ImportSource source, List<StagedChange> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0) return;
        var externalIds = changed.Select(change => change.ExternalId).Distinct(StringComparer.Ordinal).ToList();
        var records = (await db.Set<ImportRecord>().AsNoTracking().Where(record => record.SourceId == source.Id && externalIds.Contains(record.ExternalId)).ToListAsync(cancellationToken))
            .ToDictionary(record => (record.Kind, record.ExternalId));
        var state = await directory.ReadAsync(IdsOf(changed), cancellationToken);
        var links = await ids.OfAsync(source.Id, cancellationToken);
        foreach (var change in changed)
        {
            if (Differences(change, records[(change.Record, change.ExternalId)].SourceValues, state, links) is not { } differences) continue;
            if (!differences.Any(difference => difference.State == FieldState.Both)) continue;
            change.Kind = ChangeKind.Conflict;
            change.Decision = Decision.Open;
        }
    }

    /// <summary>Fields that differ between what the source said, what the directory says and what the source says now; null when the thing is not in the directory any more.</summary>
    public static IReadOnlyList<FieldDiff>? Differences(StagedChange change, string sourceValues, DirectoryState state, SourceLinks links)
        => OursOf(change.Record, change.OurId!, state) is { } ours
            ? ThreeWay.Compare(links.Translate(ThreeWay.Parse(sourceValues)), ThreeWay.Parse(ours), links.Translate(ThreeWay.Parse(change.Values)))
            : null;

    /// <summary>What the directory says of a thing, as JSON.</summary>
    public static string? OursOf(RecordKind kind, string id, DirectoryState state) => kind switch
    {
        RecordKind.Organization => state.Organizations.TryGetValue(id, out var organization) ? ThreeWay.Write(organization) : null,
        RecordKind.Location => state.Locations.TryGetValue(id, out var location) ? ThreeWay.Write(location) : null,
        _ => state.Services.TryGetValue(id, out var service) ? ThreeWay.Write(service.Facts) : null,
    };

    public static DirectoryIds IdsOf(IReadOnlyCollection<StagedChange> changes)
    {
        List<string> Of(RecordKind kind) => [.. changes.Where(change => change.Record == kind).Select(change => change.OurId).OfType<string>().Distinct(StringComparer.Ordinal)];
        return new DirectoryIds(Of(RecordKind.Organization), Of(RecordKind.Location), Of(RecordKind.Service));
    }

    /// <summary>A new service with the name and postcode of a listing may be that listing: somebody has to say.</summary>
    private async Task ProposeAsync(List<StagedChange> staged, CancellationToken cancellationToken)
    {
        var added = staged.Where(change => change is { Record: RecordKind.Service, Kind: ChangeKind.Added, OurId: null }).ToList();
        if (added.Count == 0) return;
        known ??= await ReadKnownAsync(cancellationToken);
        if (known.Count == 0) return;
        var places = staged.Where(change => change.Record == RecordKind.Location).ToDictionary(change => change.ExternalId, change => ThreeWay.Read<LocationFacts>(change.Values).PostalCode, StringComparer.Ordinal);
        foreach (var change in added)
        {
            var facts = ThreeWay.Read<ServiceFacts>(change.Values);
            var postcode = facts.LocationId is { } location ? places.GetValueOrDefault(location) : null;
            if (!known.TryGetValue(KeyOf(facts.Name, postcode), out var id)) continue;
            (change.MayBeId, change.Decision) = (id, Decision.Open);
        }
    }

    private async Task<Dictionary<string, string>> ReadKnownAsync(CancellationToken cancellationToken)
    {
        var linked = (await db.Set<ImportRecord>().Where(record => record.Kind == RecordKind.Service && record.OurId != null).Select(record => record.OurId!).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return (await directory.ListAsync(cancellationToken)).Where(listing => !linked.Contains(listing.Id))
            .DistinctBy(listing => KeyOf(listing.Name, listing.Postcode), StringComparer.Ordinal).ToDictionary(listing => KeyOf(listing.Name, listing.Postcode), listing => listing.Id, StringComparer.Ordinal);
    }

    private static string KeyOf(string name, string? postcode) => Prose.Key(name) + "|" + Prose.Key(postcode);
}
