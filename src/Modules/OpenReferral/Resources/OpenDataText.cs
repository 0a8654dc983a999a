namespace Portal.OpenReferral.Resources;

/// <summary>Marks the texts of the open data and the page that explains it.</summary>
internal sealed class OpenDataText;
