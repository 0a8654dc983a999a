using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Works out what a batch of decided changes writes: into the directory, and into what is remembered of the source.</summary>
internal sealed class AppliedBatch(ImportSource source, SourceLinks links, TimeProvider clock)
{
    private readonly Dictionary<(RecordKind, string), ImportRecord> records = [];
    private readonly List<Written<OrganizationFacts>> organizations = [];
    private readonly List<Written<LocationFacts>> locations = [];
    private readonly List<Written<ServiceFacts>> services = [];
    private DirectoryState state = new(new Dictionary<string, OrganizationFacts>(), new Dictionary<string, LocationFacts>(), new Dictionary<string, ServiceState>());

    public List<ImportRecord> NewRecords { get; } = [];

    /// <summary>Changes that remember how things were, for undoing them.</summary>
    public List<StagedChange> Remembered { get; } = [];

    public void Know(IEnumerable<ImportRecord> known)
    {
        foreach (var record in known) records[(record.Kind, record.ExternalId)] = record;
    }

    public void Know(DirectoryState known) => state = known;

    public DirectoryBatch ToWrite(string why) => new(organizations, locations, services, why);

    public void Take(StagedChange change)
    {
        switch (change)
        {
            case { Kind: ChangeKind.Gone }: TakeGone(change); break;
            case { Decision: Decision.Leave }: Leave(change); break;
            case { Decision: Decision.Join, MayBeId: { } id }: Remember(change, id); break;
            default: Put(change); break;
        }
    }

    private void Put(StagedChange change)
    {
        var theirs = links.Translate(ThreeWay.Parse(change.Values));
        var id = change.OurId;
        if (id is null || StagedComparison.OursOf(change.Record, id, state) is not { } present)
        {
            id = Ids.New(clock);
            Write(change.Record, id, isNew: true, theirs, isPublished: true);
            if (change.OurId is not null) Remembered.Add(change);
            change.OurId = id;
            Remember(change, id);
            return;
        }

        var ours = ThreeWay.Parse(present);
        var before = records.TryGetValue((change.Record, change.ExternalId), out var record) ? record.SourceValues : "";
        var merged = ThreeWay.Merge(ours, ThreeWay.Compare(links.Translate(ThreeWay.Parse(before)), ours, theirs), change.Decision == Decision.TakeAll);
        (change.Base, change.Before, change.After) = (before, present, merged.ToJsonString(PortalJson.Options));
        Remembered.Add(change);
        Write(change.Record, id, isNew: false, merged, change.Kind == ChangeKind.Added ? true : null);
        Remember(change, id);
    }

    private void TakeGone(StagedChange change)
    {
        if (records.TryGetValue((change.Record, change.ExternalId), out var record)) record.State = RecordState.Gone;
        if (change.Decision == Decision.Leave || change.OurId is not { } id || !state.Services.TryGetValue(id, out var service)) return;
        services.Add(new Written<ServiceFacts>(id, IsNew: false, source.Language, service.Facts, Published: false));
    }

    /// <summary>What is not wanted is remembered, so that nobody is asked again before the source says something else.</summary>
    private void Leave(StagedChange change)
    {
        if (records.TryGetValue((change.Record, change.ExternalId), out var record)) record.Hash = change.Hash;
        else NewRecords.Add(RecordOf(change, null, RecordState.Declined));
    }

    private void Remember(StagedChange change, string id)
    {
        if (change.Record != RecordKind.Service) links.Add(change.Record, change.ExternalId, id);
        if (records.TryGetValue((change.Record, change.ExternalId), out var record))
            (record.OurId, record.State, record.Hash, record.SourceValues, record.SeenAt) = (id, RecordState.Live, change.Hash, change.Values, clock.GetUtcNow());
        else
            NewRecords.Add(RecordOf(change, id, RecordState.Live));
    }

    private ImportRecord RecordOf(StagedChange change, string? id, RecordState recordState)
    {
        var record = new ImportRecord
        {
            Id = Ids.New(clock),
            SourceId = source.Id,
            Kind = change.Record,
            ExternalId = change.ExternalId,
            OurId = id,
            State = recordState,
            Hash = change.Hash,
            SourceValues = change.Values,
            SeenAt = clock.GetUtcNow(),
        };
        records[(change.Record, change.ExternalId)] = record;
        return record;
    }

    private void Write(RecordKind kind, string id, bool isNew, System.Text.Json.Nodes.JsonObject values, bool? isPublished)
    {
        switch (kind)
        {
            case RecordKind.Organization: organizations.Add(new(id, isNew, source.Language, ThreeWay.Read<OrganizationFacts>(values))); break;
            case RecordKind.Location: locations.Add(new(id, isNew, source.Language, ThreeWay.Read<LocationFacts>(values))); break;
            default: services.Add(new(id, isNew, source.Language, ThreeWay.Read<ServiceFacts>(values), isPublished)); break;
        }
    }
}
