namespace Portal.Programmes.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class ProgrammesText;
