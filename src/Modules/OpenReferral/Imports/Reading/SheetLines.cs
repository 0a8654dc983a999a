using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.OpenReferral.Imports.Reading;

/// <summary>One row of a spreadsheet.</summary>
/// <param name="Line">Line of the file on which it begins.</param>
/// <param name="IsOpen">True when a quotation mark in it is never closed.</param>
internal sealed record SheetLine(int Line, IReadOnlyList<string> Cells, bool IsOpen)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Reads rows one by one. Where a row ends is found here, so that a quotation mark that is never closed costs its own line and
/// not the rest of the file; what is in a row is read by CsvHelper.
/// </summary>
internal static class SheetLines
{
    /// <summary>A cell with more line breaks than this is a quotation mark that was forgotten.</summary>
    private const int MostLines = 60;
    private const int MostCharacters = 64 * 1024;
    private const int MostCells = 200;

    public static async IAsyncEnumerable<SheetLine> ReadAsync(TextReader reader, char delimiter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = new string(delimiter, 1), BadDataFound = null, MissingFieldFound = null, IgnoreBlankLines = false, MaxFieldSize = 0 };
        var waiting = new LinkedList<string>();
        var line = 0;
        while (await NextAsync() is { } first)
        {
            line++;
            var row = new StringBuilder(first);
            var taken = new List<string>();
            var isOpen = EndsOpen(first, delimiter, startsOpen: false);
            while (isOpen && taken.Count < MostLines && row.Length < MostCharacters && await NextAsync() is { } more)
            {
                taken.Add(more);
                row.Append('\n').Append(more);
                isOpen = EndsOpen(more, delimiter, startsOpen: true);
            }

            if (isOpen)
            {
                // The lines after it are read again, each for itself.
                for (var i = taken.Count - 1; i >= 0; i--) waiting.AddFirst(taken[i]);
                yield return new SheetLine(line, Split(first, delimiter), IsOpen: true);
                continue;
            }

            yield return new SheetLine(line, Cells(row.ToString(), configuration), IsOpen: false);
            line += taken.Count;
        }

        async ValueTask<string?> NextAsync()
        {
            if (waiting.First is not { } again) return await LimitedLineAsync(reader, cancellationToken);
            waiting.RemoveFirst();
            return again.Value;
        }
    }

    /// <summary>True when a quotation mark is open at the end of a line. One inside a cell that does not begin with one is a mark like any other: 5'10".</summary>
    private static bool EndsOpen(string line, char delimiter, bool startsOpen)
    {
        var (isOpen, isStart) = (startsOpen, !startsOpen);
        for (var i = 0; i < line.Length; i++)
        {
            if (isOpen)
            {
                if (line[i] != '"') continue;
                if (i + 1 < line.Length && line[i + 1] == '"') i++;
                else isOpen = false;
            }
            else if (line[i] == delimiter)
            {
                isStart = true;
            }
            else
            {
                isOpen = isStart && line[i] == '"';
                isStart = false;
            }
        }

        return isOpen;
    }

    private static IReadOnlyList<string> Cells(string row, CsvConfiguration configuration)
    {
        if (!row.Contains('"', StringComparison.Ordinal)) return Split(row, configuration.Delimiter[0]);
        using var parser = new CsvParser(new StringReader(row), configuration);
        var cells = new List<string>();
        while (cells.Count < MostCells && parser.Read()) cells.AddRange(parser.Record ?? []);
        return cells;
    }

    private static string[] Split(string row, char delimiter) => row.Split(delimiter, MostCells);

    /// <summary>A line, at most so long that it fits in memory whatever the file is.</summary>
    private static async ValueTask<string?> LimitedLineAsync(TextReader reader, CancellationToken cancellationToken)
        => await reader.ReadLineAsync(cancellationToken) is { } line ? line.Length <= MostCharacters ? line : line[..MostCharacters] : null;
}
