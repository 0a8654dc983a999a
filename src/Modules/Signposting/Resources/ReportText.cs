namespace Portal.Signposting.Resources;

/// <summary>Marks the texts of reports.</summary>
internal sealed class ReportText;
