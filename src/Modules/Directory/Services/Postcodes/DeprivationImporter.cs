using System.Globalization;
using System.Text;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services.Postcodes;

/// <summary>
/// Reads the index of multiple deprivation and keeps the decile of each postcode for all tenants, gathered by outcode and written at the end in one
/// transaction together with what the index is called: a run that is stopped has changed nothing.
/// </summary>
internal sealed class DeprivationImporter(ISharedBlocks blocks, TimeProvider clock) : IDeprivationImport
{
    public async Task<PlacesOutcome> RunAsync(DeprivationRequest request, IProgress<long>? lines, CancellationToken cancellationToken)
    {
        var (log, found) = (new ReadingLog(lines), new Dictionary<string, DecileBlock>(StringComparer.Ordinal));
        using (var file = Open(request.File))
        using (var table = await DeprivationLines.OpenAsync(file))
        {
            if (table.IsByPostcode && request.Postcodes is not null) throw new InvalidDataException("This file has postcodes of its own: leave out --postcodes.");
            if (table.IsByPostcode) await ReadPostcodesAsync(table, found, log, cancellationToken);
            else await ReadAreasAsync(table, request, found, log, cancellationToken);
        }

        log.Close();
        if (found.Count == 0) log.Problems.Add("There is no postcode with a decile in this file. Nothing was changed.");
        else await KeepAsync(request, found, log, cancellationToken);
        return new PlacesOutcome(log.Notes, log.Problems);
    }

    private static async Task ReadPostcodesAsync(DeprivationTable table, Dictionary<string, DecileBlock> found, ReadingLog log, CancellationToken cancellationToken)
    {
        var (total, noted, without) = (0L, 0L, 0L);
        await foreach (var read in table.ReadAsync(Refuse).WithCancellation(cancellationToken))
        {
            log.Tell(++total);
            if (read is not { } line) continue;
            if (line.Decile is not { } decile) without++;
            else if (Postcode.Parse(line.Of) is not { Incode: { } incode } postcode) Refuse(line.Line, $"“{DeprivationLines.Short(line.Of)}” is no postcode");
            else if (!BlockOf(found, postcode).Note(incode, decile)) Refuse(line.Line, $"{postcode} has another decile further up");
            else noted++;
        }

        log.Notes.Add($"{Number(total)} lines read: {Number(noted)} postcodes with a decile in {Number(found.Count)} outcodes; {Number(without)} without one.");

        void Refuse(long line, string reason) => log.Refuse("Line", line, reason);
    }

    private static async Task ReadAreasAsync(DeprivationTable table, DeprivationRequest request, Dictionary<string, DecileBlock> found, ReadingLog log, CancellationToken cancellationToken)
    {
        if (request.Postcodes is not { } directory)
            throw new InvalidDataException("This file goes by small area. Say with --postcodes FILE where the ONS Postcode Directory is, which tells in which area a postcode lies.");
        if (table.Year is not { } year) throw new InvalidDataException("The name of the column with the small areas has to say their year: “LSOA code (2011)” or “LSOA code (2021)”.");
        var deciles = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        await foreach (var read in table.ReadAsync((line, reason) => log.Refuse("Line", line, reason)).WithCancellation(cancellationToken))
        {
            if (read is not { } line) continue;
            if (line.Decile is not { } decile) log.Refuse("Line", line.Line, "it has no decile");
            else if (!deciles.TryAdd(line.Of, decile) && deciles[line.Of] != decile) log.Refuse("Line", line.Line, $"{DeprivationLines.Short(line.Of)} has another decile further up");
        }

        var (total, noted, without) = (0L, 0L, 0L);
        using var file = Open(directory);
        await foreach (var read in DeprivationLines.AreasAsync(file, year, RefusePostcode).WithCancellation(cancellationToken))
        {
            log.Tell(++total);
            if (read is not { } line) continue;
            // Postcodes of the other countries lie in areas that this index does not know.
            if (!deciles.TryGetValue(line.Area, out var decile)) without++;
            else if (!BlockOf(found, line.Postcode).Note(line.Postcode.Incode!, decile)) RefusePostcode(line.Line, $"{line.Postcode} has another decile further up");
            else noted++;
        }

        log.Notes.Add($"{Number(deciles.Count)} small areas of {year} and {Number(total)} postcodes read: {Number(noted)} postcodes with a decile in {Number(found.Count)} outcodes; {Number(without)} without one.");

        void RefusePostcode(long line, string reason) => log.Refuse("Line of postcodes", line, reason);
    }

    private async Task KeepAsync(DeprivationRequest request, Dictionary<string, DecileBlock> found, ReadingLog log, CancellationToken cancellationToken)
    {
        var known = (await blocks.KeysAsync(Deprivation.Kind, cancellationToken)).Where(key => key != Deprivation.Source).ToList();
        var lost = known.Count(key => !found.ContainsKey(key));
        if (!request.MayRemoveMany && lost * 10 > known.Count)
        {
            log.Problems.Add($"{Number(lost)} of {Number(known.Count)} known outcodes are not in this file, more than a tenth. Nothing was changed. If the file is whole, say so with --yes.");
            return;
        }

        var kept = found.ToDictionary(outcode => outcode.Key, outcode => outcode.Value.Bytes, StringComparer.Ordinal);
        var edition = request.Edition is { Length: > 0 } named ? named : Path.GetFileName(request.File);
        var before = await blocks.ReadAsync(Deprivation.Kind, Deprivation.Source, cancellationToken);
        kept[Deprivation.Source] = before ?? Encoding.UTF8.GetBytes(edition);
        var changes = await blocks.ReplaceAsync(Deprivation.Kind, kept, isDryRun: true, cancellationToken);
        log.Notes.Add($"{(request.IsDryRun ? "This would be: " : "")}outcodes with deciles: {Number(changes.Added - (before is null ? 1 : 0))} new, {Number(changes.Changed)} changed, {Number(changes.Gone)} gone, {Number(changes.Unchanged - (before is null ? 0 : 1))} as before.");

        // The day it was read says since when these deciles hold, so the same file again leaves it as it is.
        var isSame = changes is { Added: 0, Changed: 0, Gone: 0 } && (request.Edition is null || SaysEdition(before, edition));
        if (request.IsDryRun || isSame) return;
        kept[Deprivation.Source] = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{edition} ({clock.GetUtcNow():yyyy-MM-dd})"));
        await blocks.ReplaceAsync(Deprivation.Kind, kept, isDryRun: false, cancellationToken);
    }

    private static bool SaysEdition(byte[]? kept, string edition) => kept is not null && Encoding.UTF8.GetString(kept).StartsWith(edition + " (", StringComparison.Ordinal);

    private static DecileBlock BlockOf(Dictionary<string, DecileBlock> found, Postcode postcode)
    {
        if (!found.TryGetValue(postcode.Outcode, out var block)) found[postcode.Outcode] = block = new DecileBlock();
        return block;
    }

    private static StreamReader Open(string file)
        => new(file, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 1 << 20 });

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
