using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Localization;
using Portal.Signposting.Domain.Reports;
using Portal.Signposting.Resources;

namespace Portal.Signposting.Services.Reports;

/// <summary>Writes a report as spreadsheets read it: UTF-8 with its mark, a line for each figure as it is shown, and no cell that a spreadsheet would take for a formula.</summary>
internal static class ReportCsv
{
    public static async Task<byte[]> WriteAsync(Report report, DateOnly madeOn, IStringLocalizer<ReportText> words)
    {
        using var buffer = new MemoryStream();
        await using (var text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        await using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var heading in new[] { "Csv.Section", "Csv.Table", "Csv.Row", "Csv.Figure", "Csv.Value", "Csv.Meaning", "Csv.Period", "Csv.Team", "Csv.MadeOn" }) csv.WriteField(words[heading].Value);
            await csv.NextRecordAsync();
            foreach (var (section, table, row) in report.Sections.SelectMany(section => section.Tables.SelectMany(table => table.Rows.Select(row => (section, table, row)))))
            {
                foreach (var (heading, figure) in table.Headings.Zip(row.Figures))
                {
                    string[] cells = [section.Title, table.Title, row.Label, heading, figure.Plain, table.Meaning, report.PeriodName, report.TeamName ?? words["WholeService"], madeOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
                    foreach (var cell in cells) csv.WriteField(cell);
                    await csv.NextRecordAsync();
                }
            }
        }

        return buffer.ToArray();
    }
}
