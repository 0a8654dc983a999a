using Microsoft.EntityFrameworkCore;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>Reads a line again as somebody put it right, and stages what comes of it. The correction is kept for later files.</summary>
internal sealed class RowFixer(PortalDbContext db, FeedReading reading, StagedComparison comparison, AuditLog audit, TimeProvider clock)
{
    /// <returns>What is still not right about the line; nothing when it was taken.</returns>
    public async Task<IReadOnlyList<Fault>> FixAsync(ImportSource source, ImportRun run, LineFault fault, IReadOnlyList<string> cells, CancellationToken cancellationToken)
    {
        if (await reading.HeadAsync(run.Id, cancellationToken) is not { } head) return [new Fault(IsError: true, null, "FileMissing")];
        var row = new SheetLine(fault.Line, fault.Cells!, IsOpen: false);
        var item = SheetReader.Read(row, cells, SheetReader.Columns(head.Headings, source.Mapping), head, await reading.DraftsAsync(source, cancellationToken));
        if (item.Service is null) return [.. item.Faults.Where(one => one.IsError || item.IsClosed)];

        var staged = await StageAsync(source, run, item, cancellationToken);
        await comparison.CompareAsync(source, staged, cancellationToken);
        foreach (var change in staged.Where(change => change.Record == RecordKind.Service)) Stager.Count(run, change);
        db.AddRange(staged);
        await KeepAsync(source, fault, cells, cancellationToken);
        fault.FixedAt = clock.GetUtcNow();
        run.Refused--;
        audit.Record("import.line-fixed", "import", source.Id);
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    /// <summary>Leaves a line out.</summary>
    public async Task LeaveAsync(ImportRun run, LineFault fault, CancellationToken cancellationToken)
    {
        fault.FixedAt = clock.GetUtcNow();
        audit.Record("import.line-left", "import", run.SourceId);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<StagedChange>> StageAsync(ImportSource source, ImportRun run, FeedItem item, CancellationToken cancellationToken)
    {
        var service = item.Service!;
        var ids = new[] { service.ExternalId, item.Organization?.ExternalId, item.Location?.ExternalId }.OfType<string>().ToList();
        var known = await db.Set<ImportRecord>().AsNoTracking().Where(record => record.SourceId == source.Id && ids.Contains(record.ExternalId))
            .ToDictionaryAsync(record => SeenThings.KeyOf(record.Kind, record.ExternalId), record => new KnownThing(record.OurId, record.State, record.Hash), StringComparer.Ordinal, cancellationToken);
        var inRun = (await db.Set<StagedChange>().AsNoTracking().Where(change => change.RunId == run.Id && ids.Contains(change.ExternalId)).Select(change => new { change.Record, change.ExternalId }).ToListAsync(cancellationToken))
            .Select(change => (change.Record, change.ExternalId)).ToHashSet();
        if (inRun.Contains((RecordKind.Service, service.ExternalId))) item = item with { Service = service with { ExternalId = DraftReader.ExternalId($"{service.ExternalId}#line{item.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}") } };
        return [.. new SeenThings(known).Take(item).Things.Where(thing => !inRun.Contains((thing.Record, thing.ExternalId))).Select(thing => thing.ToChange(run.Id, ++run.LastNumber, item.Line))];
    }

    private async Task KeepAsync(ImportSource source, LineFault fault, IReadOnlyList<string> cells, CancellationToken cancellationToken)
    {
        var hash = SheetReader.HashOf(fault.Cells!);
        if (await db.Set<LineFix>().FindAsync([source.Id, hash], cancellationToken) is { } kept) kept.Cells = cells;
        else db.Add(new LineFix { SourceId = source.Id, Hash = hash, Cells = cells });
    }
}
