using System.Globalization;
using Portal.Directory.Contracts;
using Portal.Directory.Domain;
using Portal.Platform.Data;

namespace Portal.Directory.Services.Postcodes;

/// <summary>
/// Reads places and keeps them for all tenants. Whole postcodes are gathered by outcode, ten bytes and some each, and written at the end in one transaction:
/// a run that is stopped has changed nothing and is simply started again.
/// </summary>
internal sealed class PlacesImporter(ISharedBlocks blocks, SharedPlacesCache cache) : IPlacesImport
{
    public async Task<PlacesOutcome> RunAsync(PlacesRequest request, IProgress<long>? lines, CancellationToken cancellationToken)
    {
        var (reading, found) = (new ReadingLog(lines), new Dictionary<string, Dictionary<string, byte[]>>(StringComparer.Ordinal));
        if (request.File.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) await ReadTownsAsync(request, reading, found, cancellationToken);
        else await ReadPostcodesAsync(request, reading, found, cancellationToken);

        foreach (var (kind, ofKind) in found)
        {
            if (ofKind.Count == 0) continue;
            if (await LossAsync(kind, ofKind, request, cancellationToken) is { } loss) reading.Problems.Add(loss);
            else reading.Notes.Add(Words(kind, await blocks.ReplaceAsync(kind, ofKind, request.IsDryRun, cancellationToken), request.IsDryRun));
        }

        cache.Forget();
        reading.Close();
        if (found.All(kind => kind.Value.Count == 0)) reading.Problems.Add("There is no place in this file.");
        return new PlacesOutcome(reading.Notes, reading.Problems);
    }

    private static async Task ReadPostcodesAsync(PlacesRequest request, ReadingLog reading, Dictionary<string, Dictionary<string, byte[]>> found, CancellationToken cancellationToken)
    {
        var whole = new Dictionary<string, List<PostcodePoint>>(StringComparer.Ordinal);
        var halves = new Dictionary<string, NamedPoint>(StringComparer.Ordinal);
        var (total, ended, without) = (0L, 0L, 0L);
        using var file = new StreamReader(request.File, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous, BufferSize = 1 << 20 });
        await foreach (var (_, line) in PostcodeLines.ReadAsync(file, (number, reason) => reading.Refuse("Line", number, reason)).WithCancellation(cancellationToken))
        {
            reading.Tell(++total);
            if (line is null)
            {
                without++;
                continue;
            }

            if (line.Postcode.Incode is not { } incode)
            {
                halves[line.Postcode.Outcode] = new NamedPoint(line.Postcode.Outcode, Math.Round(line.Latitude, 5), Math.Round(line.Longitude, 5));
                continue;
            }

            if (line.IsTerminated) ended++;
            if (!whole.TryGetValue(line.Postcode.Outcode, out var points)) whole[line.Postcode.Outcode] = points = [];
            points.Add(PostcodeBlock.Point(incode, line.Latitude, line.Longitude, line.IsTerminated));
        }

        without -= reading.Refused;
        reading.Notes.Add($"{Number(total)} lines read: {Number(whole.Values.Sum(points => points.Count))} postcodes in {Number(whole.Count)} outcodes, {Number(ended)} of them no longer in use; {Number(halves.Count)} outcodes alone; {Number(without)} without a place.");
        found[SharedPlaces.Postcodes] = whole.ToDictionary(outcode => outcode.Key, outcode => PostcodeBlock.Write(outcode.Value), StringComparer.Ordinal);
        found[SharedPlaces.Outcodes] = OneBlock([.. halves.Values]);
    }

    private static async Task ReadTownsAsync(PlacesRequest request, ReadingLog reading, Dictionary<string, Dictionary<string, byte[]>> found, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(request.File);
        var (towns, read) = await TownList.ReadAsync(file, request.Country, (number, reason) => reading.Refuse("Entry", number, reason), cancellationToken);
        reading.Notes.Add($"{Number(read)} entries read: {Number(towns.Count)} towns of {request.Country.ToUpperInvariant()}.");
        found[SharedPlaces.Towns] = OneBlock(towns);
    }

    private static Dictionary<string, byte[]> OneBlock(IReadOnlyCollection<NamedPoint> points)
        => points.Count == 0 ? [] : new(StringComparer.Ordinal) { [SharedPlaces.Only] = SharedPlaces.Write(points) };

    /// <summary>A file that was cut off on its way has far fewer outcodes than are known, and is not taken at its word.</summary>
    private async Task<string?> LossAsync(string kind, Dictionary<string, byte[]> found, PlacesRequest request, CancellationToken cancellationToken)
    {
        if (request.MayRemoveMany || kind != SharedPlaces.Postcodes) return null;
        var known = await blocks.KeysAsync(kind, cancellationToken);
        var lost = known.Count(key => !found.ContainsKey(key));
        return lost * 10 > known.Count ? $"{Number(lost)} of {Number(known.Count)} known outcodes are not in this file, more than a tenth. Nothing was changed. If the file is whole, say so with --yes." : null;
    }

    private static string Words(string kind, BlockChanges changes, bool isDryRun)
    {
        var what = kind == SharedPlaces.Postcodes ? "outcodes with their postcodes" : kind == SharedPlaces.Outcodes ? "table of outcodes" : "list of towns";
        return $"{(isDryRun ? "This would be: " : "")}{what}: {Number(changes.Added)} new, {Number(changes.Changed)} changed, {Number(changes.Gone)} gone, {Number(changes.Unchanged)} as before.";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
