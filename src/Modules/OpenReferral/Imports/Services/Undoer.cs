using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Takes a run back: what it added is hidden, what it hid is shown, what it changed becomes as it was where nobody has changed it since.</summary>
internal sealed class Undoer(PortalDbContext db, IListingImport directory, TimeProvider clock)
{
    private const int Batch = 400;

    public async Task<bool> RunAsync(ImportSource source, string runId, Action<ImportRun> progress, CancellationToken cancellationToken)
    {
        var last = int.MaxValue;
        while (true)
        {
            db.DiscardChanges();
            if (await db.Set<ImportRun>().FindAsync([runId], cancellationToken) is not { State: RunState.Undoing } run) return false;
            var changes = await db.Set<StagedChange>().Where(change => change.RunId == runId && change.Number < last && change.AppliedAt != null)
                .OrderByDescending(change => change.Number).Take(Batch).ToListAsync(cancellationToken);
            if (changes.Count > 0)
            {
                await UndoAsync(source, changes, cancellationToken);
                foreach (var change in changes) change.AppliedAt = null;
                last = changes[^1].Number;
                run.Applied -= changes.Count;
                run.BusyUntil = clock.GetUtcNow() + RunLease.Length;
            }
            else
            {
                (run.State, run.BusyUntil, run.EndedAt) = (RunState.Undone, null, clock.GetUtcNow());
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody was faster: these are looked at again.
                last = int.MaxValue;
                continue;
            }

            progress(run);
            if (changes.Count == 0) return true;
        }
    }

    private async Task UndoAsync(ImportSource source, List<StagedChange> changes, CancellationToken cancellationToken)
    {
        var externalIds = changes.Select(change => change.ExternalId).Distinct(StringComparer.Ordinal).ToList();
        var records = (await db.Set<ImportRecord>().Where(record => record.SourceId == source.Id && externalIds.Contains(record.ExternalId)).ToListAsync(cancellationToken))
            .ToDictionary(record => (record.Kind, record.ExternalId));
        foreach (var change in changes.Where(change => change.OurId is null && records.TryGetValue((change.Record, change.ExternalId), out _))) change.OurId = records[(change.Record, change.ExternalId)].OurId;
        var state = await directory.ReadAsync(StagedComparison.IdsOf(changes), cancellationToken);
        var batch = new DirectoryBatch(new List<Written<OrganizationFacts>>(), new List<Written<LocationFacts>>(), new List<Written<ServiceFacts>>(), source.Name);
        foreach (var change in changes.Where(change => change.Decision != Decision.Join))
        {
            if (change.OurId is { } id && StagedComparison.OursOf(change.Record, id, state) is { } present) Undo(change, id, present, batch);
        }

        await directory.WriteAsync(batch, cancellationToken);
        foreach (var change in changes)
        {
            if (records.TryGetValue((change.Record, change.ExternalId), out var record)) Forget(change, record);
        }
    }

    private void Undo(StagedChange change, string id, string present, DirectoryBatch batch)
    {
        var values = change is { Before: { } before, After: { } after } ? Back(ThreeWay.Parse(present), ThreeWay.Parse(before), ThreeWay.Parse(after)) : ThreeWay.Parse(present);
        bool? isPublished = change.Kind switch
        {
            ChangeKind.Added => false,
            ChangeKind.Gone => change.Decision == Decision.Leave ? null : true,
            _ => null,
        };
        switch (change.Record)
        {
            case RecordKind.Organization: if (change.Before is not null) ((List<Written<OrganizationFacts>>)batch.Organizations).Add(new(id, IsNew: false, "", ThreeWay.Read<OrganizationFacts>(values))); break;
            case RecordKind.Location: if (change.Before is not null) ((List<Written<LocationFacts>>)batch.Locations).Add(new(id, IsNew: false, "", ThreeWay.Read<LocationFacts>(values))); break;
            default: ((List<Written<ServiceFacts>>)batch.Services).Add(new(id, IsNew: false, "", ThreeWay.Read<ServiceFacts>(values), isPublished)); break;
        }
    }

    /// <summary>The present values with those fields as before that still are as the run left them.</summary>
    private static JsonObject Back(JsonObject present, JsonObject before, JsonObject after)
    {
        foreach (var field in before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key), StringComparer.Ordinal).ToList())
        {
            if (JsonNode.DeepEquals(before[field], after[field]) || !JsonNode.DeepEquals(present[field], after[field])) continue;
            if (before[field] is { } was) present[field] = was.DeepClone();
            else present.Remove(field);
        }

        return present;
    }

    /// <summary>What the run taught of the source is not known any more, so that the next reading brings it up again.</summary>
    private void Forget(StagedChange change, ImportRecord record)
    {
        if (change.Kind == ChangeKind.Gone) record.State = RecordState.Live;
        else if (change.Base is { Length: > 0 } before) (record.SourceValues, record.Hash) = (before, ThreeWay.HashOf(before));
        else if (change.Decision is Decision.Leave or Decision.Join) db.Remove(record);
        else record.State = RecordState.Gone;
    }
}
