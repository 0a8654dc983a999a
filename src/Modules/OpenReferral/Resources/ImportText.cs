namespace Portal.OpenReferral.Resources;

/// <summary>Marks the texts of imports.</summary>
internal sealed class ImportText;
