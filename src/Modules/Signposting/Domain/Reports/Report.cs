namespace Portal.Signposting.Domain.Reports;

/// <summary>A report as it is shown, printed and exported. It holds no number but <see cref="Shown"/>; a test looks.</summary>
/// <param name="TeamName">The team it is of; null for the whole service.</param>
internal sealed record Report(ReportPeriod Period, string PeriodName, string? TeamName, IReadOnlyList<ReportSection> Sections);

/// <summary>A part of a report.</summary>
internal sealed record ReportSection(string Key, string Title, IReadOnlyList<ReportTable> Tables);

/// <summary>A table with what its figures mean.</summary>
/// <param name="Note">What else to know of it; empty for nothing.</param>
internal sealed record ReportTable(string Key, string Title, string Meaning, string Note, IReadOnlyList<string> Headings, IReadOnlyList<ReportRow> Rows);

/// <summary>A row of it.</summary>
/// <param name="Figures">One for each heading.</param>
internal sealed record ReportRow(string Label, IReadOnlyList<Shown> Figures, bool IsTotal = false);
