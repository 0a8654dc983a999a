using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Platform.Data;
using Portal.Signposting.Domain.Reports;

namespace Portal.Signposting.Services.Reports;

/// <summary>Reads the months that are counted for good. Reports are made of these alone: no record is looked at.</summary>
internal sealed class ReportBooks(PortalDbContext db, PrivateText texts)
{
    /// <summary>Id of the row of a month.</summary>
    public static string IdOf(int month) => Months.FirstDay(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The first and the last month that is counted; null while none is.</summary>
    public async Task<(int First, int Last)?> RangeAsync(CancellationToken cancellationToken)
    {
        var ids = await db.Set<CountedMonth>().Where(month => month.IsFinal).Select(month => month.Id).ToListAsync(cancellationToken);
        return ids.Count == 0 ? null : (MonthOf(ids.Min(StringComparer.Ordinal)!), MonthOf(ids.Max(StringComparer.Ordinal)!));
    }

    /// <summary>The months of a period, under the rule. One query.</summary>
    public async Task<SafeTables> ReadAsync(Span span, CancellationToken cancellationToken)
    {
        var ids = Enumerable.Range(span.First, span.Count).Select(IdOf).ToList();
        var rows = await db.Set<CountedMonth>().AsNoTracking().Where(month => month.IsFinal && ids.Contains(month.Id)).ToListAsync(cancellationToken);
        return new SafeTables(rows.ToDictionary(row => MonthOf(row.Id), row => row.Counts(texts)));
    }

    /// <summary>The month of a row.</summary>
    public static int MonthOf(string id) => Months.Of(DateOnly.ParseExact(id + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
