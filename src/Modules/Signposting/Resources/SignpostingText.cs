namespace Portal.Signposting.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class SignpostingText;
