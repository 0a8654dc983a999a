namespace Portal.Directory.Resources;

/// <summary>Marks the texts of the shortlist.</summary>
internal sealed class KeptText;
