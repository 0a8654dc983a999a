namespace Portal.Jobs.Resources;

/// <summary>Marks the texts of the module.</summary>
internal sealed class JobsText;
