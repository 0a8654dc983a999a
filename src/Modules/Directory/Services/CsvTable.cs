using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Directory.Services;

/// <summary>Writes tables as spreadsheets read them: UTF-8 with its mark, and no cell that a spreadsheet would take for a formula.</summary>
internal static class CsvTable
{
    public static async Task<byte[]> WriteAsync(IEnumerable<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var buffer = new MemoryStream();
        await using (var text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        await using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var row in rows.Prepend([.. headings]))
            {
                foreach (var cell in row) csv.WriteField(cell);
                await csv.NextRecordAsync();
            }
        }

        return buffer.ToArray();
    }
}
