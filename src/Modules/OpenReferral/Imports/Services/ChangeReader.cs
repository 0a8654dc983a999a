using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>A staged change as people look at it.</summary>
/// <param name="Slug">Address of the listing it is about, where there is one.</param>
/// <param name="Fields">What differs; for something new, all it says.</param>
/// <param name="MayBe">The listing that it may be.</param>
internal sealed record ChangeInWords(StagedChange Change, string? Slug, IReadOnlyList<FieldInWords> Fields, KnownListing? MayBe);

/// <summary>One field of a change in the reader's language.</summary>
internal sealed record FieldInWords(string Label, string Ours, string Theirs, FieldState State);

/// <summary>Reads staged changes with their differences. A fixed number of queries for a page of them.</summary>
internal sealed class ChangeReader(PortalDbContext db, IListingImport directory, SourceIds ids, ValueWords words)
{
    public async Task<Page<ChangeInWords>> ReadAsync(ImportRun run, IReadOnlyList<RecordKind> records, ChangeKind kind, int number, int size, CancellationToken cancellationToken)
    {
        var page = await db.Set<StagedChange>().AsNoTracking().Where(change => change.RunId == run.Id && change.Kind == kind && records.Contains(change.Record))
            .OrderBy(change => change.Number).ToPageAsync(number, size, cancellationToken);
        return new Page<ChangeInWords>(await SayAsync(run, page.Items, cancellationToken), page.Number, page.Size, page.Total);
    }

    private async Task<IReadOnlyList<ChangeInWords>> SayAsync(ImportRun run, IReadOnlyList<StagedChange> changes, CancellationToken cancellationToken)
    {
        var links = await ids.OfAsync(run.SourceId, cancellationToken);
        var externalIds = changes.Select(change => change.ExternalId).ToList();
        var before = await db.Set<ImportRecord>().AsNoTracking().Where(record => record.SourceId == run.SourceId && externalIds.Contains(record.ExternalId))
            .ToDictionaryAsync(record => (record.Kind, record.ExternalId), record => record.SourceValues, cancellationToken);
        var state = await directory.ReadAsync(StagedComparison.IdsOf(changes), cancellationToken);
        var mayBe = changes.Any(change => change.MayBeId is not null)
            ? (await directory.ReadAsync(new DirectoryIds([], [], [.. changes.Select(change => change.MayBeId).OfType<string>()]), cancellationToken)).Services
            : new Dictionary<string, ServiceState>();
        var said = changes.Select(change => (Change: change, Fields: FieldsOf(change, before.GetValueOrDefault((change.Record, change.ExternalId), ""), state, links))).ToList();
        var names = await words.NamesAsync(run.Id, said.SelectMany(one => one.Fields), cancellationToken);
        return
        [
            .. said.Select(one => new ChangeInWords(
                one.Change,
                one.Change.OurId is { } id && state.Services.TryGetValue(id, out var service) ? service.Slug : null,
                [.. one.Fields.Select(field => new FieldInWords(words.Label(field.Field), words.Say(field.Field, field.Ours, names), words.Say(field.Field, field.Theirs, names), field.State)).Where(field => field.Ours != field.Theirs)],
                one.Change.MayBeId is { } may && mayBe.TryGetValue(may, out var listing) ? new KnownListing(may, listing.Slug, listing.Facts.Name, null) : null)),
        ];
    }

    /// <summary>For what is in the directory, as it is or was when the change was put there, against the source; for what is new, all of it.</summary>
    private static IReadOnlyList<FieldDiff> FieldsOf(StagedChange change, string before, DirectoryState state, SourceLinks links)
    {
        if (change.Kind == ChangeKind.Gone) return [];
        if (change is { Before: { } was, After: { } after })
            return ThreeWay.Compare(ThreeWay.Parse(was), ThreeWay.Parse(was), ThreeWay.Parse(after));
        if (change.OurId is not null && change.Kind != ChangeKind.Added)
            return [.. (StagedComparison.Differences(change, before, state, links) ?? []).Where(field => field.State is FieldState.Source or FieldState.Both)];
        return [.. ThreeWay.Parse(change.Values).Where(field => field.Value is not (null or JsonArray { Count: 0 })).Select(field => new FieldDiff(field.Key, null, null, field.Value, FieldState.Source))];
    }
}
