using Portal.Directory.Contracts;
using Portal.OpenReferral.Imports.Domain;
using Portal.OpenReferral.Imports.Reading;

namespace Portal.OpenReferral.Imports.Services;

/// <summary>A row of a spreadsheet as it would be taken.</summary>
/// <param name="Name">Null for a row that cannot be taken.</param>
internal sealed record PreviewedRow(int Line, string? Name, string? Summary, string? When, string? Where, string? Cost, string? Contact, IReadOnlyList<string> Errors, IReadOnlyList<string> Notes, string Raw);

/// <summary>Shows how the first rows of a spreadsheet would be taken.</summary>
internal sealed class RowPreview(FeedReading reading, IListingImport directory, ValueWords words, FaultWords faults)
{
    private const int Shown = 10;

    public async Task<IReadOnlyList<PreviewedRow>> ReadAsync(ImportSource source, SheetHead head, IReadOnlyList<ColumnMeaning> mapping, CancellationToken cancellationToken)
    {
        var drafts = await reading.DraftsAsync(source, cancellationToken);
        var columns = SheetReader.Columns(head.Headings, mapping);
        return [.. head.Rows.Take(Shown).Select(row => Show(SheetReader.Read(row, null, columns, head, drafts), row))];
    }

    private PreviewedRow Show(FeedItem item, SheetLine row)
    {
        var service = item.Service?.Facts;
        var (errors, notes) = (item.Faults.Where(fault => fault.IsError).Select(Say).ToList(), item.Faults.Where(fault => !fault.IsError).Select(Say).ToList());
        return new PreviewedRow(
            row.Line, service?.Name, service?.Summary,
            service is null ? null : Join([.. directory.InWords(service.Schedules), service.ScheduleNote], ". "),
            item.Location is { } location ? ValueWords.NameOf(location.Facts) : service is null ? null : Join([.. service.Attending.Select(way => words.Attending(way))], ", "),
            service is null ? null : service.CostNote is { } note && service.Cost == "free" ? note : service.CostPence is { } pence ? ValueWords.Money(pence) : words.Cost(service.Cost),
            service is null ? null : Join([service.ContactName, service.Phone, service.TextPhone, service.Email], ", "),
            errors, notes, string.Join(" · ", row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell))));
    }

    private string Say(Fault fault) => faults.Say(fault.Reason, fault.Values);

    private static string? Join(IReadOnlyList<string?> parts, string between) => string.Join(between, parts.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } text ? text : null;
}
