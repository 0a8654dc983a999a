namespace Portal.Programmes.Resources;

/// <summary>Marks the texts of the pages for editing programmes.</summary>
internal sealed class ProgrammeEditingText;
