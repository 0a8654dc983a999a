using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Portal.OpenReferral.Imports.Domain;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>What the beginning of a spreadsheet shows: its headings and first rows.</summary>
/// <param name="HeadingLine">Line of the headings.</param>
internal sealed record SheetHead(char Delimiter, int HeadingLine, IReadOnlyList<string> Headings, IReadOnlyList<SheetLine> Rows);

/// <summary>Reads a spreadsheet saved as CSV, as groups really keep them: any delimiter, any encoding, titles above the headings, quotation marks where they should not be.</summary>
internal static class SheetReader
{
    private const int Looked = 15;

    /// <summary>Looks at the beginning; null for a file with nothing in it.</summary>
    public static async Task<SheetHead?> HeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var encoding = await SheetText.EncodingOfAsync(stream, cancellationToken);
        var start = stream.Position;
        SheetHead? best = null;
        foreach (var delimiter in new[] { ',', ';', '\t', '|' })
        {
            stream.Position = start;
            using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            var rows = new List<SheetLine>();
            await foreach (var row in SheetLines.ReadAsync(reader, delimiter, cancellationToken))
            {
                if (!row.IsBlank) rows.Add(row);
                if (rows.Count == Looked) break;
            }

            if (rows.Count > 0 && Head(rows, delimiter) is { } head && (best is null || Worth(head) > Worth(best))) best = head;
        }

        stream.Position = start;
        return best;
    }

    /// <summary>The meaning of each column as its heading has it.</summary>
    public static IReadOnlyList<ColumnMeaning> Guess(IReadOnlyList<string> headings)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. headings.Select(heading => new ColumnMeaning(heading, SheetFields.Guess(heading) is { } field && (used.Add(field) || IsRepeatable(field)) ? field : null))];
    }

    /// <summary>Reads all rows below the headings.</summary>
    /// <param name="fixes">Lines that were put right here, by the hash of how they stand in the file.</param>
    public static async IAsyncEnumerable<FeedItem> ReadAsync(
        Stream stream, IReadOnlyList<ColumnMeaning> mapping, DraftReader drafts, IReadOnlyDictionary<string, IReadOnlyList<string>> fixes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await HeadAsync(stream, cancellationToken) is not { } head) yield break;
        var encoding = await SheetText.EncodingOfAsync(stream, cancellationToken);
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var columns = Columns(head.Headings, mapping);
        await foreach (var row in SheetLines.ReadAsync(reader, head.Delimiter, cancellationToken))
        {
            if (row.IsBlank || row.Line == head.HeadingLine) continue;
            if (row.Line < head.HeadingLine)
            {
                yield return new FeedItem { Line = row.Line, Position = stream.Position, Faults = [new Fault(IsError: false, null, "AboveHeadings", Prose.Cut(string.Join(' ', row.Cells), 80))] };
                continue;
            }

            yield return Read(row, fixes.GetValueOrDefault(HashOf(row.Cells)), columns, head, drafts) with { Position = stream.Position };
        }
    }

    /// <summary>Reads one row.</summary>
    /// <param name="putRight">The cells as somebody here put them right, or null.</param>
    public static FeedItem Read(SheetLine row, IReadOnlyList<string>? putRight, IReadOnlyList<string?> columns, SheetHead head, DraftReader drafts)
    {
        var cells = putRight ?? row.Cells;
        if (row.IsOpen && putRight is null) return FeedItem.Refused(row.Line, "QuoteOpen") with { Cells = row.Cells };
        if (cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 1 && cells.Take(head.Headings.Count).SequenceEqual(head.Headings, StringComparer.Ordinal))
            return new FeedItem { Line = row.Line, Faults = [new Fault(IsError: false, null, "HeadingsAgain")], Cells = cells };
        var draft = SheetDraft.Of(row.Line, cells, columns);
        if (cells.Skip(columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell))) draft.Faults.Add(new Fault(IsError: false, null, "CellsMore", Prose.Cut(string.Join(' ', cells.Skip(columns.Count)).Trim(), 80)));
        return drafts.Read(draft) with { Cells = cells };
    }

    /// <summary>The field of each column of a file: columns may stand in another order than when they were mapped.</summary>
    public static IReadOnlyList<string?> Columns(IReadOnlyList<string> headings, IReadOnlyList<ColumnMeaning> mapping)
    {
        var waiting = mapping.ToList();
        return
        [
            .. headings.Select(heading =>
            {
                var place = waiting.FindIndex(column => column.Column == heading);
                if (place < 0) return mapping.Any(column => column.Column == heading) ? null : SheetFields.Guess(heading);
                var field = waiting[place].Field;
                waiting.RemoveAt(place);
                return field;
            }),
        ];
    }

    /// <summary>Tells a row as it stands in a file.</summary>
    public static string HashOf(IReadOnlyList<string> cells) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(cells)).AsSpan(0, 16));

    private static bool IsRepeatable(string field) => field is SheetFields.Description or SheetFields.Phone or SheetFields.Category or SheetFields.Contact;

    private static SheetHead? Head(List<SheetLine> rows, char delimiter)
    {
        // The headings are the row with the most words that are known as headings, where it has two; else the first.
        var heading = rows.Take(10).MaxBy(row => row.Cells.Count(cell => cell.Length < 60 && SheetFields.Guess(cell) is not null) is var known and > 1 ? known : 0)!;
        if (heading.Cells.Count(cell => SheetFields.Guess(cell) is not null) < 2) heading = rows[0];
        var headings = heading.Cells.Select(cell => Prose.Line(cell) ?? "").ToList();
        while (headings.Count > 0 && headings[^1].Length == 0) headings.RemoveAt(headings.Count - 1);
        return headings.Count == 0 ? null : new SheetHead(delimiter, heading.Line, headings, [.. rows.Where(row => row.Line > heading.Line)]);
    }

    private static int Worth(SheetHead head) => (head.Headings.Count(heading => SheetFields.Guess(heading) is not null) * 100) + Math.Min(head.Headings.Count, 50);
}
