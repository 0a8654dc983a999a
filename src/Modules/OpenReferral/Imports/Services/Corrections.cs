using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.Platform.Data;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>One field that was corrected here.</summary>
/// <param name="Id">Id of the thing in its source.</param>
/// <param name="Source">What the source says, in its own form.</param>
/// <param name="Ours">What the directory says.</param>
internal sealed record Correction(string Kind, string Id, string Name, string Field, string Source, string Ours);

/// <summary>Gathers what was corrected here of what came from a source, for those who keep the source.</summary>
internal sealed class Corrections(PortalDbContext db, IListingImport directory, SourceIds ids, ValueWords words)
{
    private const int Batch = 500;

    /// <summary>What is not told of a contact that is for the team only.</summary>
    private static readonly string[] contact = ["ContactName", "Phone", "TextPhone", "Email"];

    public async IAsyncEnumerable<Correction> ReadAsync(string sourceId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var links = await ids.OfAsync(sourceId, cancellationToken);
        for (var done = 0; ; done += Batch)
        {
            var records = await db.Set<ImportRecord>().AsNoTracking().Where(record => record.SourceId == sourceId && record.State == RecordState.Live && record.OurId != null)
                .OrderBy(record => record.Id).Skip(done).Take(Batch).ToListAsync(cancellationToken);
            if (records.Count == 0) yield break;
            List<string> Of(RecordKind kind) => [.. records.Where(record => record.Kind == kind).Select(record => record.OurId!)];
            var state = await directory.ReadAsync(new DirectoryIds(Of(RecordKind.Organization), Of(RecordKind.Location), Of(RecordKind.Service)), cancellationToken);
            var found = records.Select(record => (Record: record, Ours: StagedComparison.OursOf(record.Kind, record.OurId!, state))).Where(one => one.Ours is not null)
                .Select(one =>
                {
                    var source = links.Translate(ThreeWay.Parse(one.Record.SourceValues));
                    return (one.Record, Ours: ThreeWay.Parse(one.Ours!), Fields: ThreeWay.Compare(source, ThreeWay.Parse(one.Ours!), source).Where(field => field.State == FieldState.Here && MayBeTold(one.Record, field, state)).ToList());
                })
                .Where(one => one.Fields.Count > 0).ToList();
            var names = await words.NamesAsync(null, found.SelectMany(one => one.Fields), cancellationToken);
            foreach (var (record, ours, fields) in found)
            {
                foreach (var field in fields)
                    yield return new Correction(record.Kind.ToString(), record.ExternalId, ours["Name"]?.GetValue<string>() ?? "", field.Field, words.Say(field.Field, field.Theirs, names), words.Say(field.Field, field.Ours, names));
            }
        }
    }

    /// <summary>Neither a confidential place nor a private contact leaves the site.</summary>
    private static bool MayBeTold(ImportRecord record, FieldDiff field, DirectoryState state) => record.Kind switch
    {
        RecordKind.Location => !state.Confidential.Contains(record.OurId!, StringComparer.Ordinal),
        RecordKind.Service => !contact.Contains(field.Field, StringComparer.Ordinal) || !state.Services[record.OurId!].IsContactPrivate,
        _ => true,
    };

    /// <summary>Writes them as a spreadsheet. What a spreadsheet would take for a formula is written as text.</summary>
    public async Task WriteCsvAsync(string sourceId, Stream target, CancellationToken cancellationToken)
    {
        var writer = new StreamWriter(target, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using (writer)
        {
            await using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
            csv.WriteHeader<Correction>();
            await csv.NextRecordAsync();
            await foreach (var correction in ReadAsync(sourceId, cancellationToken))
            {
                csv.WriteRecord(correction);
                await csv.NextRecordAsync();
            }
        }
    }
}
