using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Search.Contracts;
using Portal.Search.Data;
using Portal.Search.Segments;

namespace Portal.Search.Services;

/// <summary>Changes the segments of the tenant inside a save: marks what is gone, adds what is new, puts small ones together.</summary>
internal sealed class SegmentWriter(PortalDbContext db, TimeProvider clock)
{
    /// <param name="gone">Numbers of the entries that were removed.</param>
    /// <param name="added">New items by their numbers, ascending and above all others.</param>
    public async Task ChangeAsync(IReadOnlyList<long> gone, IReadOnlyList<(long Number, SearchItem Item)> added, CancellationToken cancellationToken)
    {
        var parts = await db.Set<SearchSegment>().AsNoTracking().OrderBy(segment => segment.First)
            .Select(segment => new Part { Id = segment.Id, First = segment.First, Last = segment.Last, Entries = segment.Entries, Gone = NumbersIn(segment.Gone) })
            .ToListAsync(cancellationToken);
        foreach (var number in gone) PartOf(parts, number)?.Leave(number);
        foreach (var chunk in added.Chunk(SegmentPlan.Largest)) parts.Add(Part.Of(chunk));

        var ranges = SegmentPlan.Ranges(parts);
        foreach (var (from, to) in ranges) await RenewAsync(parts[from..to], cancellationToken);
        for (var i = 0; i < parts.Count; i++)
        {
            if (ranges.Any(range => i >= range.From && i < range.To)) continue;
            if (parts[i].Made is not null) await InsertAsync(parts[i], cancellationToken);
            else if (parts[i].HasChanged) await MarkAsync(parts[i], cancellationToken);
        }
    }

    /// <summary>Makes one segment of several.</summary>
    private async Task RenewAsync(List<Part> parts, CancellationToken cancellationToken)
    {
        var ids = parts.Where(part => part.Made is null).Select(part => part.Id).ToList();
        if (parts.Exists(part => part.Live > 0))
        {
            var data = await db.Set<SearchSegment>().AsNoTracking().Where(segment => ids.Contains(segment.Id)).Select(segment => new { segment.Id, segment.Data, segment.Words })
                .ToDictionaryAsync(segment => segment.Id, StringComparer.Ordinal, cancellationToken);
            var merged = SegmentMerger.Merge([.. parts.Select(part => (part.Made ?? SegmentFile.Read(data[part.Id].Data), (IReadOnlySet<long>)part.Gone))]);
            var words = parts.SelectMany(part => part.Words ?? data[part.Id].Words.Split('\n')).ToHashSet(StringComparer.Ordinal);
            await InsertAsync(Part.Of(merged, words), cancellationToken);
        }

        if (ids.Count > 0) await db.Set<SearchSegment>().Where(segment => ids.Contains(segment.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task InsertAsync(Part part, CancellationToken cancellationToken)
    {
        if (part.Made is null || part.Made.Count == 0) return;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_segments ("Id", "First", "Last", "Entries", "Gone", "Data", "Words")
            VALUES ({Ids.New(clock)}, {part.First}, {part.Last}, {part.Entries}, {BytesOf(part.Gone)}, {SegmentFile.Write(part.Made)}, {string.Join('\n', part.Words!)})
            """,
            cancellationToken);
    }

    private Task MarkAsync(Part part, CancellationToken cancellationToken)
        => db.Set<SearchSegment>().Where(segment => segment.Id == part.Id).ExecuteUpdateAsync(set => set.SetProperty(segment => segment.Gone, BytesOf(part.Gone)), cancellationToken);

    private static Part? PartOf(List<Part> parts, long number)
    {
        var (low, high) = (0, parts.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (parts[middle].Last < number) low = middle + 1;
            else high = middle;
        }

        return low < parts.Count && parts[low].First <= number ? parts[low] : null;
    }

    private static HashSet<long> NumbersIn(byte[] gone) => [.. MemoryMarshal.Cast<byte, long>(gone)];

    private static byte[] BytesOf(HashSet<long> gone) => MemoryMarshal.AsBytes<long>([.. gone]).ToArray();

    /// <summary>A segment that is there already, or one that was just made.</summary>
    private sealed class Part : IPlanned
    {
        public string Id { get; init; } = "";

        public required long First { get; init; }

        public required long Last { get; init; }

        public required int Entries { get; init; }

        public required HashSet<long> Gone { get; init; }

        public Segment? Made { get; init; }

        public IReadOnlyCollection<string>? Words { get; init; }

        public bool HasChanged { get; private set; }

        public int Live => Entries - Gone.Count;

        public static Part Of(IReadOnlyList<(long Number, SearchItem Item)> added)
        {
            var (builder, terms) = (new SegmentBuilder(), new TermCollector());
            foreach (var (number, item) in added)
            {
                terms.Add(builder.Count, item);
                builder.Add(number, item);
            }

            var (packed, postings) = terms.Build();
            return Of(builder.Build(packed, postings), terms.WordsToPropose);
        }

        public static Part Of(Segment made, IReadOnlyCollection<string> words)
            => new() { First = made.Numbers[0], Last = made.Numbers[^1], Entries = made.Count, Gone = [], Made = made, Words = words };

        public void Leave(long number)
        {
            Gone.Add(number);
            HasChanged = true;
        }
    }
}
